package dev.nabla.graph;

import static dev.nabla.Nabla.derivative;
import static dev.nabla.Nabla.expect;
import static dev.nabla.Nabla.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualityTest {

  /** By hand: is the derivative of the formula by x the answer? */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          x^2             # 2x                        # true
          x^2             # x + x                     # true
          x^2             # 2x + 1e-9                 # false
          x^2             # 2 abs(x)                  # false
          x^3/3           # x x                       # true
          1/x             # -1/x^2                    # true
          1/x             # -x^-2                     # true
          1/(1 + x)       # -1/(1 + 2x + x^2)         # true
          (x^2 - 1)/(x - 1) # 1                       # true
          x y             # y                         # true
          x y             # x                         # false
          log(x)          # 1/x                       # true
          log(x)          # 2/x                       # false
          sqrt(x)         # 1/2 x^(-1/2)              # true
          exp(2x)         # 2 exp(x)^2                # true
          sin(x)^2        # 2 sin(x) cos(x)           # true
          sin(x)^2        # sin(2x)                   # true
          abs(x)          # 1                         # false
          abs(x)          # x/abs(x)                  # true
          relu(x)         # (1 + x/abs(x))/2          # true
          max(x, y)       # (1 + (x - y)/abs(x - y))/2 # true
          tan(x)          # 1 + tan(x)^2              # true
          x^x             # x^x (log(x) + 1)          # true
          2^x             # log(2) 2^x                # true
          tanh(x/2)       # 2 sigma(x) (1 - sigma(x)) # true
          5               # 0                         # true
          5               # x - x                     # true
          5               # 1e-30                     # false
          """)
  void should_decide(String formula, String answer, boolean equal) {
    Equality equality = derivative(formula + " + 0 x y", "x").equalTo(answer);
    assertThat(equality.isEqual()).as(equality.toString()).isEqualTo(equal);
  }

  @Test
  void should_fail_where_equality_was_expected() {
    Equality equality = derivative("x^3", "x").equalTo("3 x^2");

    assertThat(expect(equality)).isSameAs(equality);
    assertThat(expect(equality))
        .hasToString("equal: df/dx = 3 x^2, in exact fractions at 20 random points");
    assertThatThrownBy(() -> expect(derivative("x^3", "x").equalTo("3 x")))
        .isInstanceOf(NablaException.class)
        .hasMessageStartingWith("expect: not equal: at x=")
        .hasMessageContaining("yours is");
  }

  @Test
  void should_tell_the_multiple() {
    Derivative d = derivative("x^2 y", "x");
    assertThat(d.equalTo("2 x y").multiple()).isEqualTo(1);
    assertThat(d.equalTo("x y").multiple()).isEqualTo(0.5);
    assertThat(d.equalTo("-2 x y").toString()).endsWith("Yours is minus df/dx everywhere.");
    assertThat(d.equalTo("2 x").multiple()).isNaN();
    assertThat(derivative("sin(x)", "x").equalTo("3 cos(x)").toString())
        .endsWith("Yours is 3 times df/dx everywhere.");
  }

  @Test
  void should_tell_the_multiple_by_names() {
    Derivative d = derivative("x^2 y", "x");
    assertThat(d.equalTo("2 x").factor()).isEqualTo("1/y");
    assertThat(d.equalTo("x y^2").factor()).isEqualTo("0.5 y");
    assertThat(d.equalTo("-2 x^2 y").factor()).isEqualTo("minus x");
    assertThat(d.equalTo("4 x").factor()).isEqualTo("2/y");
    assertThat(d.equalTo("2 x^2").toString()).endsWith("Yours is x/y times df/dx everywhere.");
    assertThat(d.equalTo("x y").factor()).as("no name").isNull();
    assertThat(d.equalTo("2 x y").factor()).as("equal").isNull();
    assertThat(d.equalTo("2 x y + 1").factor()).isNull();
    Derivative rounded =
        graph("X: d x N, e: N, f: R -> R; L = 1/(3 n) sum(f(X e))").derivative("L", "e");
    assertThat(rounded.equalTo("1/3 X^T f'(X e)").factor()).isEqualTo("n");
    Derivative mean = graph("A: m x N, x: N; L = 1/(2 n) ||A x||^2").derivative("L", "x");
    assertThat(mean.equalTo("A^T A x").factor()).isEqualTo("n");
    assertThat(mean.equalTo("1/N A^T A x").factor()).as("a size is no number").isEqualTo("n/N");
  }

  @Test
  void should_refuse_names_it_does_not_know() {
    Derivative d = graph("theta: d; f = ||theta||^2 + x y").derivative("f", "x");
    assertThatThrownBy(() -> d.equalTo("thta"))
        .isInstanceOf(NablaException.class)
        .hasMessage(
            """
            equalTo: "thta" is not a name of this graph. Did you mean theta?
              thta
              ^""");
    assertThatThrownBy(() -> d.equalTo("delta"))
        .hasMessageStartingWith(
            "equalTo: \"delta\" is not a name of this graph. Its names are theta f x y.");
    assertThatThrownBy(() -> d.equalTo("xy")).hasMessageContaining("For the product write x y.");
    assertThatThrownBy(() -> d.equalTo(" ")).hasMessage("equalTo: the formula is empty.");
    assertThatThrownBy(() -> d.equalTo("y +".repeat(10_000)))
        .hasMessage("equalTo: the formula has 30000 characters, more than 20000.");
  }

  @Test
  void should_say_when_nothing_can_be_compared() {
    assertThat(derivative("log(-x^2 - 1)", "x").equalTo("log(-1 - x^2)").isEqual()).isFalse();
    assertThat(derivative("sqrt(-x^2 - 1) y", "y").equalTo("sqrt(-1 - x^2)"))
        .hasToString("not decided: no random point was found where both formulas have a value.");
  }

  @Test
  void should_compare_large_matrices_by_small_ones() {
    Derivative d = graph("W: 784 x 10000, x: 10000; L = ||W x||^2").derivative("L", "W");
    assertThat(d.equalTo("2 W x x^T").isEqual()).isTrue();
    assertThat(d.equalTo("2 x x^T W^T").isEqual()).isFalse();
    assertThat(d.equalTo("W x x^T").multiple()).isEqualTo(0.5);
  }

  @Test
  void should_use_the_size_of_a_vector_as_a_number() {
    Derivative mean = graph("x: n; m = 1/n sum(x)").derivative("m", "x");
    assertThat(mean).hasToString("dm/dx = 1/n ones(n), n x 1");
    assertThat(mean.equalTo("ones(n)/n").isEqual()).isTrue();
    assertThat(mean.equalTo("ones(n)").isEqual()).isFalse();
  }
}
