package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.graph.algebra.Names;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a derivative of a derivative. */
final class HigherOrder {
  private static final Pattern ORDER = Pattern.compile("d(\\d*)(.+)/d(.+?)(\\d*)");

  private HigherOrder() {}

  /** {@code d2f/dx2} if it is taken by the same name again, else {@code d(df/dx)/dy}. */
  static Notation title(Notation before, Notation by, boolean ordinary) {
    Matcher matcher = ORDER.matcher(before.text());
    boolean same =
        matcher.matches()
            && (matcher.group(3).equals(by.text())
                || (matcher.group(3) + matcher.group(4)).equals(by.text()));
    if (!same) {
      return Tables.derivative(
          Tables.join(Tables.sign("("), before, Tables.sign(")")), by, ordinary);
    }
    boolean second = before.text().endsWith("/d" + by.text());
    int order = second ? 2 : Integer.parseInt(matcher.group(1)) + 1;
    String of = matcher.group(2);
    String d = ordinary ? "d" : "∂";
    String latexD = ordinary ? "d" : "\\partial ";
    Notation f = Names.notation(of);
    return new Notation(
        "d" + order + of + "/d" + by.text() + order,
        d + "<sup>" + order + "</sup>" + f.html() + "/" + d + by.html() + "<sup>" + order + "</sup>",
        "\\frac{%s^{%d} %s}{%s %s^{%d}}"
            .formatted(latexD.strip(), order, f.latex(), latexD.strip(), by.latex(), order));
  }
}
