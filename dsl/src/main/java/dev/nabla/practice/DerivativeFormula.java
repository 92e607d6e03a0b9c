package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.graph.Graph;
import java.util.List;
import java.util.Optional;

/** The derivative of a function of one variable, as a formula. */
record DerivativeFormula() implements Kind {
  private static final List<String> FORMS =
      List.of(
          "f = (%d x + %d)^3",
          "f = x^%d sigma(%d x)",
          "f = tanh(%d x + %d)",
          "f = (x + %d) exp(%d x)",
          "f = %d log(x^2 + %d)",
          "f = %d x sin(%d x)");

  @Override
  public String name() {
    return "derivative";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Graph graph = Graph.of(draw.oneOf(FORMS).formatted(draw.integer(2, 5), draw.integer(2, 5)));
    return Optional.of(
        new Problem(
            "The derivative of f by x, as a formula.",
            List.of(graph),
            id -> Exercise.of(id, graph)));
  }
}
