package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.graph.Gradients;
import dev.nabla.graph.Graph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/** A small computation graph with numbers: values forward, gradients backward. */
record GraphGradients() implements Kind {
  /** In each of them one value is used twice. */
  private static final List<String> FORMS =
      List.of(
          "p = x y; q = p + %d z; f = p q",
          "a = x + %d y; b = x - z; f = a b + a",
          "s = x^2 + y; t = %d s z; f = t - x s",
          "u = x - y; v = u z; f = v^2 + %d u");

  @Override
  public String name() {
    return "gradients";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Graph graph = Graph.of(draw.oneOf(FORMS).formatted(draw.integer(2, 4)));
    String point = "x=%d y=%d z=%d".formatted(draw.nonzero(4), draw.nonzero(4), draw.nonzero(4));
    Gradients gradients = graph.at(point).backward();
    return isFair(graph, gradients)
        ? Optional.of(
            new Problem(
                "Values forward at " + point + ", then the derivative of f by every name.",
                List.of(graph),
                id -> Exercise.of(id, gradients)))
        : Optional.empty();
  }

  /** Every value and gradient a whole number, none 0 or 1, and no two gradients of inputs alike. */
  private static boolean isFair(Graph graph, Gradients gradients) {
    Set<Double> sizes = new HashSet<>();
    boolean fair = true;
    for (String name : graph.inputs()) {
      SimpleMatrix gradient = gradients.gradient(name);
      fair &= isFair(gradient) && sizes.add(Math.abs(gradient.get(0)));
    }
    for (String name : graph.names()) {
      fair &= isFair(gradients.values().value(name));
    }
    return fair;
  }

  private static boolean isFair(SimpleMatrix number) {
    return Fair.isWhole(number) && Math.abs(number.get(0)) > 1;
  }
}
