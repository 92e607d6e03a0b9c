package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.graph.algebra.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The name of a derivative of a derivative. */
final class HigherOrder {
  private HigherOrder() {}

  /** {@code d2f/dx2} if it is taken by one name again and again, else {@code d2f/dydx}. */
  static Notation title(String of, List<String> earlier, String last) {
    List<String> variables = new ArrayList<>(earlier);
    variables.add(last);
    Collections.reverse(variables);
    int order = variables.size();
    boolean same = variables.stream().distinct().count() == 1;
    Notation f = Names.notation(of);
    StringBuilder text = new StringBuilder("d" + order + of + "/");
    StringBuilder html = new StringBuilder("∂<sup>" + order + "</sup>" + f.html() + "/");
    StringBuilder latex = new StringBuilder("\\frac{\\partial^{" + order + "} " + f.latex() + "}{");
    for (String variable : same ? List.of(last) : variables) {
      Notation x = Names.notation(variable);
      text.append("d").append(x.text()).append(same ? order : "");
      html.append("∂").append(x.html()).append(same ? "<sup>" + order + "</sup>" : "");
      latex.append("\\partial ").append(x.latex()).append(same ? "^{" + order + "} " : " ");
    }
    return new Notation(text.toString(), html.toString(), latex.append("}").toString());
  }
}
