package dev.nabla.graph.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 1/2",
    "0.25, 1/4",
    "0.1, 0.1",
    "0.2, 0.2",
    "1.5, 3/2",
    "2.50, 5/2",
    "1e2, 100",
    "1e-3, 0.001",
    "-0.75, -3/4",
    "12, 12",
    "0, 0"
  })
  void should_write_short_fractions_and_decimals(String typed, String written) {
    assertThat(Rational.parse(typed).toString()).isEqualTo(written);
  }

  @Test
  void should_refuse_what_is_too_long() {
    assertThat(Rational.parse("1e999999999")).isNull();
    assertThat(Rational.parse("1e99999999999")).isNull();
    assertThat(Rational.parse("1".repeat(500))).isNull();
  }

  @Test
  void should_round_as_java_does() {
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      double x = random.nextGaussian() * StrictMath.pow(10, random.nextInt(20) - 10);
      assertThat(Rational.parse(new BigDecimal(x).toPlainString()).doubleValue()).isEqualTo(x);
      assertThat(Rational.parse(Double.toString(x)).doubleValue()).isEqualTo(x);
    }
  }

  @Test
  void should_calculate() {
    Rational half = Rational.of(1, 2);
    Rational third = Rational.of(-2, -6);
    assertThat(third).isEqualTo(Rational.of(1, 3));
    assertThat(half.plus(third)).isEqualTo(Rational.of(5, 6));
    assertThat(half.times(third)).isEqualTo(Rational.of(1, 6));
    assertThat(half.dividedBy(third)).isEqualTo(Rational.of(3, 2));
    assertThat(third.power(-2)).isEqualTo(Rational.of(9));
    assertThat(Rational.of(4, 3).gcd(Rational.of(2, 9)).abs()).isEqualTo(Rational.of(2, 9));
    assertThatThrownBy(() -> half.dividedBy(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
  }
}
