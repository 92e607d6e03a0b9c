package dev.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.exercise.Exercises;
import dev.nabla.exercise.Verdict;
import dev.nabla.graph.Graph;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.LeastSquares;
import dev.nabla.matrix.Matrices;
import dev.nabla.message.NablaException;
import dev.nabla.net.Network;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PracticeTest {
  private static final int SEEDS = 25;
  private static final int NETS = 15;

  static Stream<String> kinds() {
    return Practice.kinds().stream();
  }

  /**
   * Every kind whose net has one hidden relu layer, weights outputs x inputs and no bias folded in.
   */
  static Stream<Arguments> nets() {
    return Stream.of("backward", "batch")
        .flatMap(kind -> LongStream.range(0, NETS).mapToObj(seed -> Arguments.of(kind, seed)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void should_give_the_same_problem_for_the_same_seed_and_others_for_others(String kind) {
    Set<String> problems = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      String problem = Practice.of(kind, seed).toString();
      assertThat(Practice.of(kind, seed)).hasToString(problem);
      problems.add(problem.replaceFirst("problem \\d+", ""));
    }

    assertThat(problems).hasSizeGreaterThan(SEEDS / 3);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void should_give_small_numbers_and_ask_for_something(String kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Practice problem = Practice.of(kind, seed);
      String text = problem.toString().replaceFirst("problem \\d+", "");

      assertThat(problem.exercise().questions()).isNotEmpty();
      assertThat(Pattern.compile("(?<![\\w.])\\d+(\\.\\d+)?").matcher(text).results())
          .extracting(MatchResult::group)
          .allSatisfy(number -> assertThat(Double.parseDouble(number)).isLessThanOrEqualTo(60))
          .allSatisfy(number -> assertThat(number.length()).isLessThanOrEqualTo(4));
    }
  }

  /** A second implementation: the pass by hand, in EJML. */
  @ParameterizedTest
  @MethodSource("nets")
  void should_have_live_gradients_that_a_pass_by_hand_gives(String kind, long seed) {
    Hand hand = Hand.of(kind, seed);

    assertThat(hand.S1.elementMinAbs()).isPositive();
    assertThat(hand.mask.elementSum()).isBetween(1.0, hand.mask.getNumElements() - 1.0);
    assertThat(hand.delta2.elementMinAbs()).isPositive();
    assertThat(hand.dW1.elementMaxAbs()).isPositive();
    assertThat(isRight(kind, "S1", hand.S1)).isTrue();
    assertThat(isRight(kind, "delta2", hand.delta2)).isTrue();
    assertThat(isRight(kind, "dW2", hand.delta2.mult(hand.Z1.transpose()))).isTrue();
    assertThat(isRight(kind, "dZ1", hand.dZ1)).isTrue();
    assertThat(isRight(kind, "delta1", hand.delta1)).isTrue();
    assertThat(isRight(kind, "dW1", hand.dW1)).isTrue();
    assertThat(isRight(kind, "newW1", hand.W1.minus(hand.dW1.scale(0.5)))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void should_tell_the_usual_mistakes_from_the_right_answer(String kind, long seed) {
    Hand hand = Hand.of(kind, seed);
    SimpleMatrix straight =
        SimpleMatrix.ones(hand.dZ1.getNumRows(), hand.delta2.getNumRows()).mult(hand.delta2);

    assertThat(isRight(kind, "Z1", hand.S1)).isFalse();
    assertThat(isRight(kind, "delta2", hand.delta2.negative())).isFalse();
    assertThat(isRight(kind, "delta1", hand.dZ1)).isFalse();
    assertThat(isRight(kind, "delta1", hand.dZ1.elementMult(hand.Z1))).isFalse();
    assertThat(isRight(kind, "delta1", straight.elementMult(hand.mask))).isFalse();
    assertThat(isRight(kind, "dW1", hand.dW1.scale(2))).isFalse();
    assertThat(isRight(kind, "dW2", hand.delta2.mult(hand.S1.transpose()))).isFalse();
    assertThat(isRight(kind, "newW1", hand.W1.plus(hand.dW1.scale(0.5)))).isFalse();
    assertThat(isRight(kind, "newW1", hand.W1.minus(hand.dW1))).isFalse();
  }

  @Test
  void should_ask_for_jacobians_that_differences_give() {
    for (int seed = 0; seed < SEEDS; seed++) {
      String text = Practice.of("jacobian", seed).toString();
      double[] n =
          numbers(text, "t\\^2, (\\d+) t\\).*\\+ (\\d+) x2.*, (\\d+) x2\\^2.*t = (-?\\d+)");
      SimpleMatrix t = Matrices.column(n[3]);

      SimpleMatrix g = Matrices.column(n[3] * n[3], n[0] * n[3]);
      Jacobian outer =
          Jacobian.of(
              x ->
                  Matrices.column(
                      x.get(0) * x.get(0) + n[1] * x.get(1),
                      x.get(0) * x.get(1),
                      n[2] * x.get(1) * x.get(1)),
              g);
      Jacobian inner = Jacobian.of(x -> Matrices.column(x.get(0) * x.get(0), n[0] * x.get(0)), t);

      assertThat(isRight("jacobian", "Jg", rounded(inner.matrix()))).isTrue();
      assertThat(isRight("jacobian", "Jf", rounded(outer.matrix()))).isTrue();
      assertThat(isRight("jacobian", "J", rounded(outer.times(inner).matrix()))).isTrue();
    }
  }

  @Test
  void should_ask_for_the_line_that_least_squares_gives() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Practice problem = Practice.of("fit", seed);
      LeastSquares fit =
          LeastSquares.of(
              (SimpleMatrix) problem.given().get(0), (SimpleMatrix) problem.given().get(1));

      assertThat(isRight("fit", "theta", rounded(fit.theta()))).isTrue();
      assertThat(isRight("fit", "residual", (double) Math.round(fit.residual()))).isTrue();
    }
  }

  @Test
  void should_ask_for_the_hinge_summed_by_hand() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Practice problem = Practice.of("hinge", seed);
      SimpleMatrix p = (SimpleMatrix) problem.given().get(0);
      double[] n = numbers(problem.toString(), "class is (\\d), the margin (0\\.\\d+)");
      double loss = 0;
      for (int l = 0; l < p.getNumRows(); l++) {
        loss += l == n[0] - 1 ? 0 : Math.max(0, p.get(l) - p.get((int) n[0] - 1) + n[1]);
      }

      assertThat(loss).isPositive();
      assertThat(isRight("hinge", "loss", loss)).isTrue();
    }
  }

  /** The formulas of the worksheets: 2N sum(h), N sum(h); 2d^2 + 1 and 5d^2 where all are d. */
  @Test
  void should_count_as_the_formulas_do() {
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] n =
          numbers(
              Practice.of("memory", seed).toString(),
              "(\\d+) examples .* with \\d+ inputs, hidden layers of (\\d+) and (\\d+) .* of (\\d+)\\.");
      assertThat(isRight("memory", "both", 2 * n[0] * (n[1] + n[2] + n[3]))).isTrue();
      assertThat(isRight("memory", "less", n[0] * (n[1] + n[2] + n[3]))).isTrue();
      assertThat(isRight("memory", "recomputed", n[0] * (n[1] + n[2]))).isTrue();

      double[] d =
          numbers(
              Practice.of("cost", seed).toString(),
              "has (\\d) inputs, (\\d) hidden units and (\\d)");
      double weights = d[0] * d[1] + d[1] * d[2];
      assertThat(isRight("cost", "evaluations", weights + 1)).isTrue();
      assertThat(isRight("cost", "numeric", weights * (weights + 1))).isTrue();
      assertThat(isRight("cost", "analytic", 2 * weights + d[1] * d[2])).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void should_ask_for_derivatives_that_are_not_zero(String kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Practice problem = Practice.of(kind, seed);
      Graph graph = (Graph) problem.given().get(0);
      String of = graph.names().get(graph.names().size() - 1);

      for (String by : graph.inputs()) {
        String formula = graph.derivative(of, by).formula().toString();
        assertThat(problem.exercise().questions()).contains("d" + of + "/d" + by);
        assertThat(isRight(kind, "d" + of + "/d" + by, formula)).as(formula).isTrue();
        assertThat(isRight(kind, "d" + of + "/d" + by, "0")).isFalse();
      }
    }
  }

  static Stream<String> formulas() {
    return Stream.of("chain", "derivative");
  }

  @Test
  void should_name_the_kinds_for_an_unknown_one() {
    assertThatThrownBy(() -> Practice.of("batches", 7))
        .isInstanceOf(NablaException.class)
        .hasMessage(
            "practice(\"batches\", 7): the kinds are chain, derivative, gradients, jacobian, fit,"
                + " forward, backward, batch, intercept, equal, logistic, hinge, memory, cost. Did you"
                + " mean batch?");
  }

  private static boolean isRight(String kind, String question, Object answer) {
    Verdict verdict = Exercises.check(kind + " " + question, answer);
    return verdict.isRight() && verdict.tags().contains("right");
  }

  private static SimpleMatrix rounded(SimpleMatrix m) {
    SimpleMatrix rounded = m.copy();
    for (int i = 0; i < m.getNumElements(); i++) {
      rounded.set(i, Math.round(m.get(i)));
    }
    return rounded;
  }

  private static double[] numbers(String text, String pattern) {
    MatchResult found =
        Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().findFirst().orElseThrow();
    return IntStream.rangeClosed(1, found.groupCount())
        .mapToDouble(i -> Double.parseDouble(found.group(i)))
        .toArray();
  }

  /** One hidden layer by hand. */
  private record Hand(
      SimpleMatrix W1,
      SimpleMatrix S1,
      SimpleMatrix Z1,
      SimpleMatrix mask,
      SimpleMatrix delta2,
      SimpleMatrix dZ1,
      SimpleMatrix delta1,
      SimpleMatrix dW1) {

    static Hand of(String kind, long seed) {
      Practice problem = Practice.of(kind, seed);
      Network net = (Network) problem.given().get(0);
      SimpleMatrix X = (SimpleMatrix) problem.given().get(1);
      SimpleMatrix Y = (SimpleMatrix) problem.given().get(2);
      boolean bias = kind.equals("backward");
      SimpleMatrix S1 = net.W(1).mult(X);
      S1 = bias ? S1.plus(net.b(1)) : S1;
      SimpleMatrix mask = S1.copy();
      for (int i = 0; i < mask.getNumElements(); i++) {
        mask.set(i, S1.get(i) > 0 ? 1 : 0);
      }
      SimpleMatrix Z1 = S1.elementMult(mask);
      SimpleMatrix output = net.W(2).mult(Z1);
      output = bias ? output.plus(net.b(2)) : output;
      SimpleMatrix delta2 = output.minus(Y).divide(X.getNumCols());
      SimpleMatrix dZ1 = net.W(2).transpose().mult(delta2);
      SimpleMatrix delta1 = dZ1.elementMult(mask);
      return new Hand(net.W(1), S1, Z1, mask, delta2, dZ1, delta1, delta1.mult(X.transpose()));
    }
  }
}
