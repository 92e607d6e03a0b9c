package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Powers;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Drawings of graphs: all operations as a circuit, or the names alone with local partials. */
final class Draw {
  private Draw() {}

  /**
   * Inputs on the left; what is used twice is drawn once. Without values, a matrix shows its shape.
   *
   * @param values may be null
   * @param gradients may be null
   */
  static View.Diagram circuit(Program program, Values values, Gradients gradients) {
    List<View.Node> nodes = new ArrayList<>();
    List<View.Edge> edges = new ArrayList<>();
    int[] nodeOf = new int[program.size()];
    for (int place = 0; place < program.size(); place++) {
      if (isHidden(program, place)) {
        continue;
      }
      nodeOf[place] = nodes.size();
      String value =
          values != null ? number(values.value(place)) : shape(program.at(place).shape().words());
      String gradient = gradients == null ? null : number(gradients.at(place));
      nodes.add(
          new View.Node(
              name(program, place), kind(program, place), View.Node.BY_EDGES, value, gradient));
      for (int input : program.inputs(place)) {
        if (!isHidden(program, input)) {
          edges.add(new View.Edge(nodeOf[input], nodeOf[place], null));
        }
      }
    }
    String description = "Computation graph: " + nodes.size() + " nodes, inputs on the left.";
    return new View.Diagram(description, List.of(), nodes, edges);
  }

  /** Exponents are written in the node of the power. */
  private static boolean isHidden(Program program, int place) {
    if (program.constant(place) == null) {
      return false;
    }
    for (int user = place + 1; user < program.size(); user++) {
      for (int input : program.inputs(user)) {
        boolean power = program.at(user) instanceof Apply a && a.is(Powers.POWER);
        if (input == place && !power) {
          return false;
        }
      }
    }
    return true;
  }

  private static Notation name(Program program, int place) {
    String name = program.nameOf(place);
    if (!(program.at(place) instanceof Apply apply)) {
      return Script.notation(program.at(place));
    }
    Notation sign = apply.operation().sign();
    if (apply.is(Powers.POWER)) {
      Notation exponent = Script.notation(apply.input(1));
      sign =
          new Notation(
              "^" + exponent.text(),
              "( )<sup>" + exponent.html() + "</sup>",
              "(\\;)^{" + exponent.latex() + "}");
    }
    return name == null ? sign : Tables.join(Names.notation(name), Tables.sign(": "), sign);
  }

  private static View.Shape kind(Program program, int place) {
    if (program.at(place) instanceof Apply) {
      return View.Shape.OPERATION;
    }
    return program.at(place) instanceof Constant ? View.Shape.CONSTANT : View.Shape.INPUT;
  }

  private static String number(SimpleMatrix value) {
    return value.getNumElements() == 1
        ? Tables.number(value.get(0))
        : value.getNumRows() + " x " + value.getNumCols();
  }

  private static String shape(String words) {
    return words.equals("a number") ? null : words;
  }

  /** The names between two others, the local partial on each edge. */
  static View.Diagram names(
      Definitions definitions, Dependencies way, List<String> names, LocalPartials partials) {
    Map<String, Integer> nodeOf = new LinkedHashMap<>();
    List<View.Node> nodes = new ArrayList<>();
    List<View.Edge> edges = new ArrayList<>();
    for (String name : names) {
      nodeOf.put(name, nodes.size());
      View.Shape kind =
          definitions.formulas().containsKey(name) ? View.Shape.OPERATION : View.Shape.INPUT;
      String shape = shape(definitions.shape(name).words());
      nodes.add(new View.Node(Names.notation(name), kind, View.Node.BY_EDGES, shape, null));
    }
    for (String name : names) {
      if (definitions.formulas().containsKey(name) && !name.equals(names.get(0))) {
        for (String needed : way.next(name)) {
          edges.add(
              new View.Edge(nodeOf.get(needed), nodeOf.get(name), partials.written(name, needed)));
        }
      }
    }
    String last = names.get(names.size() - 1);
    String description =
        "Paths from " + names.get(0) + " to " + last + " with the local partial on each edge.";
    return new View.Diagram(description, List.of(), nodes, edges);
  }
}
