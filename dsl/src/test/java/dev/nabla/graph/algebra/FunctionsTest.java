package dev.nabla.graph.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every function of formulas to differences, so that a new one is checked at once. */
class FunctionsTest {
  private static final double STEP = 1e-5;

  /** Commands of LaTeX for functions and Greek letters; any other name would be shown as typed. */
  private static final List<String> COMMANDS =
      List.of(
          ("arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim"
                  + " ln log max min sec sin sinh sup tan tanh sigma phi gamma Phi Gamma")
              .split(" "));

  static Stream<Function> functions() {
    return Functions.byName().values().stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void should_have_the_slope_that_differences_approach(Function f) {
    for (double x : points(f)) {
      double numeric = (value(f, x + STEP) - value(f, x - STEP)) / (2 * STEP);
      assertThat(f.curve().at(1, x))
          .as("slope of %s at %s", f.name(), x)
          .isCloseTo(numeric, within(1e-8 * Math.max(1, Math.abs(numeric))));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void should_have_a_slope_formula_with_the_same_numbers(Function f) {
    Symbol t = Symbol.number("t");
    for (double x : points(f)) {
      double slope = f.curve().at(1, x);
      assertThat(Evaluate.number(f.derivative(1, t), "t", x))
          .as("formula for the slope of %s at %s", f.name(), x)
          .isCloseTo(slope, within(1e-14 * Math.max(1, Math.abs(slope))));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void should_be_written_as_latex_knows_it(Function f) {
    String latex = f.written().latex();
    assertThat(latex)
        .satisfiesAnyOf(
            word -> assertThat(word).isEqualTo("\\operatorname{" + f.name() + "}"),
            word -> assertThat(word).startsWith("\\").satisfies(FunctionsTest::assertCommand));
  }

  private static void assertCommand(String latex) {
    assertThat(COMMANDS).contains(latex.substring(1));
  }

  @Test
  void should_read_sigma_as_sigmoid() {
    assertThat(functions()).contains(Functions.EXP, Functions.SIGMOID, Functions.ABS);
    assertThat(Functions.byName().get("sigma")).isSameAs(Functions.SIGMOID);
  }

  /** Where the function has a value, away from kinks at 0. */
  private static double[] points(Function f) {
    double[] points =
        DoubleStream.of(-1.3, -0.7, -0.2, 0.4, 0.9, 1.2)
            .filter(x -> Double.isFinite(value(f, x)))
            .toArray();
    assertThat(points).as(f.name()).hasSizeGreaterThanOrEqualTo(3);
    return points;
  }

  private static double value(Function f, double x) {
    return f.curve().at(0, x);
  }
}
