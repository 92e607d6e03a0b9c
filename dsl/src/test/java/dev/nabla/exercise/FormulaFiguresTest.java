package dev.nabla.exercise;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often mistakes are recognized in answers that are formulas, for the graphs of the sheets. */
class FormulaFiguresTest {
  /** A wrong formula for one derivative; several tags where two mistakes give the same. */
  private record Wrong(String graph, String question, String formula, List<String> tags) {}

  private static final String PATHS = "a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2";
  private static final String SHARED = "f = sin(x y)/z + exp(x z)/(x y)";
  private static final String HIDDEN =
      "W: n x d, x: d, b: n; z = W x + b; r = y - sum(sigma(z)); f = r^2";
  private static final String PRODUCT = "g1 = x^2; g2 = x^3; g3 = 5 x; v = g1 g2 + g3";
  private static final String SQUARES = "X: N x d, theta: d, y: N; J = ||X theta - y||^2";
  private static final String LAYERS =
      """
      W1: h x d, b1: h, W2: p x h, b2: p, X: d x N, Y: p x N, e: N, f: R -> R
      S1 = W1 X + b1 e^T
      Z1 = f(S1)
      S2 = W2 Z1 + b2 e^T
      L = 1/(2 n) ||S2 - Y||^2
      """;

  private static Wrong wrong(String graph, String question, String formula, String... tags) {
    return new Wrong(graph, question, formula, List.of(tags));
  }

  private static List<Wrong> single() {
    return List.of(
        wrong(PATHS, "dv/dx", "4c(a-b)(w+x+y)", "path-forgotten"),
        wrong(PATHS, "dv/dx", "-4c(a-b)(x-y-z)", "path-forgotten"),
        wrong(PATHS, "dv/dx", "4c(a-b)(w+x+y) + 4c(a-b)(x-y-z)", "sign-lost"),
        wrong(PATHS, "dv/dx", "2c(a-b)(w+2y+z)", "exponent-forgotten"),
        wrong(PATHS, "dv/dx", "2c(a-b)(w+x+y) - 4c(a-b)(x-y-z)", "exponent-forgotten"),
        wrong(PATHS, "dv/dx", "4c(a-b)^2(w+2y+z)", "power-not-lowered"),
        wrong(PATHS, "dv/dx", "4c(a-b)(w+x+y)^2 - 4c(a-b)(x-y-z)", "power-not-lowered"),
        wrong(PATHS, "dv/dx", "2c(a-b) - 4c(a-b)(x-y-z)", "partial-forgotten"),
        wrong(PATHS, "dv/dx", "-16c^2(a-b)^2(w+x+y)(x-y-z)", "paths-multiplied"),
        wrong(PATHS, "dv/dx", "-4c(a-b)(w+2y+z)", "sign"),
        wrong(PATHS, "dv/dy", "4c(a-b)(w+x+y) - 4c(a-b)(x-y-z)", "sign-lost"),
        wrong(PATHS, "dv/dz", "-4c(a-b)(x-y-z)", "sign-lost", "sign"),
        wrong(PATHS, "dv/dw", "2(w+x+y)", "delta-forgotten"),
        wrong(SHARED, "df/dx", "y cos(x y)/z - exp(x z)/(x^2 y)", "path-forgotten"),
        wrong(SHARED, "df/dx", "y sin(x y)/z + exp(x z)(x z - 1)/(x^2 y)", "function-for-slope"),
        wrong(SHARED, "df/dy", "x cos(x y)/z + exp(x z)/(x y^2)", "sign-lost"),
        wrong(SHARED, "df/dy", "x cos(x y)/z", "path-forgotten"),
        wrong(SHARED, "df/dz", "sin(x y)/z^2 + exp(x z)/y", "sign-lost"),
        wrong(SHARED, "df/dz", "exp(x z)/y", "path-forgotten"),
        wrong(SHARED, "df/dz", "exp(x z)/(x y) - sin(x y)/z^2", "partial-forgotten"),
        wrong(HIDDEN, "df/db", "2 r .* sigma(z) .* (1 - sigma(z))", "sign-lost", "sign"),
        wrong(HIDDEN, "df/db", "-r .* sigma(z) .* (1 - sigma(z))", "exponent-forgotten"),
        wrong(HIDDEN, "df/db", "-2 r .* sigma(z)", "function-for-slope"),
        wrong(HIDDEN, "df/db", "-2 r^2 .* sigma(z) .* (1 - sigma(z))", "power-not-lowered"),
        wrong(HIDDEN, "df/dW", "(-r .* sigma(z) .* (1 - sigma(z))) x^T", "exponent-forgotten"),
        wrong(HIDDEN, "df/dW", "(2 r .* sigma(z) .* (1 - sigma(z))) x^T", "sign-lost", "sign"),
        wrong(HIDDEN, "df/dW", "x (-2 r .* sigma(z) .* (1 - sigma(z)))^T", "transposed"),
        wrong(PRODUCT, "dv/dx", "2 x^4 + 5", "path-forgotten"),
        wrong(PRODUCT, "dv/dx", "3 x^4 + 5", "path-forgotten"),
        wrong(PRODUCT, "dv/dx", "5 x^4", "path-forgotten"),
        wrong(PRODUCT, "dv/dx", "x^4 + 3 x^4 + 5", "exponent-forgotten"),
        wrong(PRODUCT, "dv/dx", "5 x^4 + 1", "partial-forgotten"),
        wrong(SQUARES, "dJ/dtheta", "X^T X theta - X^T y", "exponent-forgotten"),
        wrong(SQUARES, "dJ/dtheta", "2 (X^T y - X^T X theta)", "sign"),
        wrong(SQUARES, "dJ/dtheta", "2 X^T X theta", "operation-forgotten"),
        wrong(SQUARES, "dJ/dtheta", "2 (X^T X theta + X^T y)", "sign-lost"),
        wrong(LAYERS, "dL/dW2", "1/n (Y - S2) Z1^T", "sign"),
        wrong(LAYERS, "dL/dW2", "(S2 - Y) Z1^T", "operation-forgotten"),
        wrong(LAYERS, "dL/dW2", "2/n (S2 - Y) Z1^T", "operation-forgotten"),
        wrong(LAYERS, "dL/dW1", "1/n (W2^T (S2 - Y)) X^T", "partial-forgotten"),
        wrong(LAYERS, "dL/dW1", "1/n (W2^T (S2 - Y) .* f(S1)) X^T", "function-for-slope"),
        wrong(LAYERS, "dL/dW1", "1/n X (W2^T (S2 - Y) .* f'(S1))^T", "transposed"));
  }

  @Test
  void should_name_what_went_wrong_in_a_formula() {
    Tally tally = new Tally();
    for (Wrong wrong : single()) {
      Exercises.clear();
      exercise("1", graph(wrong.graph));
      Verdict verdict = check("1 " + wrong.question, wrong.formula);
      boolean named = verdict.tags().stream().anyMatch(wrong.tags::contains);
      tally.count("formula", named, wrong + " -> " + verdict);
      tally.count("no mistake accepted", !verdict.isRight(), wrong.toString());
    }
    tally.print();
    assertThat(tally.share("no mistake accepted")).isEqualTo(1);
    assertThat(tally.share("formula")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.98);
  }

  /** Answers no catalogue knows: a right formula with another number in it. */
  @Test
  void should_give_no_false_name_to_a_formula() {
    Tally tally = new Tally();
    List<Wrong> wrong = new ArrayList<>();
    for (String number : List.of("3", "5", "7/2", "x", "z^2")) {
      wrong.add(wrong(PATHS, "dv/dx", "4c(a-b)(w+2y+z) + " + number));
      wrong.add(wrong(PATHS, "dv/dy", number + " c (a-b)(w+2x-z)"));
      wrong.add(wrong(SHARED, "df/dx", "y cos(x y)/z + exp(x z)(x z - " + number + ")/(x y)"));
      wrong.add(wrong(SHARED, "df/dz", "exp(x z)/y - " + number + " sin(x y)/z^2"));
    }
    for (Wrong each : wrong) {
      Exercises.clear();
      exercise("1", graph(each.graph));
      Verdict verdict = check("1 " + each.question, each.formula);
      boolean free = verdict.tags().equals(List.of("unknown"));
      tally.count("no false name", free, each + " -> " + verdict);
      tally.count("no wrong formula accepted", !verdict.isRight(), each.toString());
    }
    tally.print();
    assertThat(tally.share("no wrong formula accepted")).isEqualTo(1);
    assertThat(tally.share("no false name")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.95);
  }
}
