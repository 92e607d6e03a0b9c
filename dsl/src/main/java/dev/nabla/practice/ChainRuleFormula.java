package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.graph.Graph;
import java.util.List;
import java.util.Optional;

/** Derivatives by paths, as formulas. */
record ChainRuleFormula() implements Kind {
  /** In each of them one input has two paths at least. */
  private static final List<String> FORMS =
      List.of(
          "a = (x + %d y)^2; b = y - %d z; v = c a b",
          "a = x y; b = (x - %d z)^2; v = c (a + %d b)",
          "a = %d w + x; b = a x; v = (b - %d w)^2",
          "a = x^2 + %d y; b = a z; v = %d a b");

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Graph graph = Graph.of(draw.oneOf(FORMS).formatted(draw.integer(2, 5), draw.integer(2, 5)));
    return Optional.of(
        new Problem(
            "Sum over the paths: the derivative of v by each input, as a formula.",
            List.of(graph),
            id -> Exercise.of(id, graph)));
  }
}
