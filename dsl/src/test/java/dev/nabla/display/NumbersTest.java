package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @AfterEach
  void usual() {
    Display.useUsualDecimals();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 3            | 1 2 3                   | 0",
        "0.6 0.01         | 0.60 0.01               | 0",
        "0.25 -4          | 0.25 -4.00              | 0",
        "0.5 0.00005      | 0.5000 0.0001           | 0",
        "0.3333333333 2   | 0.3333 2.0000           | 0",
        "-0.00001 1       | 0.0000 1.0000           | 0",
        "-0.0 7           | 0 7                     | 0",
        "0.00125 0.000125 | 1.250 0.125             | -3",
        "0.0005           | 0.0005                  | 0",
        "0.00002          | 2                       | -5",
        "4196352 5120     | 4196352 5120            | 0",
        "123456.78912 5   | 1.2346 0.0001           | 5",
        "1e12             | 1                       | 12",
        "5e-324           | 4.9                     | -324",
        "1.7976931348623157e308 | 1.7977            | 308",
        "0.00005 12.5     | 0.0001 12.5000          | 0",
        "NaN Infinity -Infinity 0.5 | NaN +inf -inf 0.5 | 0",
        "0                | 0                       | 0"
      })
  void should_show_a_matrix_in_one_format(String values, String shown, int exponent) {
    double[] numbers = DoubleStream.of(parse(values)).toArray();

    Numbers format = Numbers.of(numbers);

    assertThat(DoubleStream.of(numbers).mapToObj(format::shown)).containsExactly(shown.split(" "));
    assertThat(format.exponent()).isEqualTo(exponent);
  }

  private static double[] parse(String values) {
    return java.util.Arrays.stream(values.trim().split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void should_say_that_it_rounds_exactly_when_the_shown_digits_read_back_as_another_number() {
    Random random = new Random(5);
    for (int trial = 0; trial < 2000; trial++) {
      double scale = Math.pow(10, random.nextInt(20) - 10);
      double[] values = {
        random.nextInt(100) / 8.0 * scale, random.nextGaussian() * scale, random.nextInt(9) * scale
      };
      Numbers format = Numbers.of(values);
      for (double value : values) {
        double readBack = Double.parseDouble(format.shown(value) + "e" + format.exponent());
        assertThat(format.rounds(new Decimal(value)))
            .as("%s in %s", value, values)
            .isEqualTo(readBack != value);
      }
    }
  }

  @Test
  void should_round_as_exact_arithmetic_does() {
    Random random = new Random(6);
    for (int trial = 0; trial < 20_000; trial++) {
      double value =
          trial % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : random.nextInt(2_000_000) / 1e5 - 10;
      if (!Double.isFinite(value)) {
        continue;
      }
      int exponent = random.nextInt(9) - 4;
      int decimals = random.nextInt(12);
      BigDecimal expected =
          new BigDecimal(Double.toString(value))
              .movePointLeft(exponent)
              .setScale(decimals, RoundingMode.HALF_UP);
      String shown = new Decimal(value).shown(exponent, decimals);

      assertThat(shown)
          .isEqualTo((expected.signum() == 0 ? expected.abs() : expected).toPlainString());
    }
  }

  @Test
  void should_write_coordinates_with_two_decimals_as_exact_arithmetic_does() {
    Random random = new Random(7);
    for (int trial = 0; trial < 20_000; trial++) {
      double value =
          trial % 2 == 0 ? random.nextInt(400_001) / 1000.0 - 200 : random.nextGaussian() * 1000;
      BigDecimal expected =
          new BigDecimal(Double.toString(value))
              .setScale(2, RoundingMode.HALF_UP)
              .stripTrailingZeros();

      assertThat(Svg.number(value)).isEqualTo(expected.toPlainString());
    }
  }

  @Test
  void should_show_more_decimals_when_told() {
    Display.useDecimals(7);

    assertThat(Numbers.of(1 / 3.0).shown(1 / 3.0)).isEqualTo("0.3333333");
  }

  @Test
  void should_print_a_number_alone_as_java_does() {
    assertThat(DoubleStream.of(0.49161194961875, 7, -0.0, 1e-20).mapToObj(Numbers::full))
        .containsExactly("0.49161194961875", "7.0", "0.0", "1.0E-20");
  }
}
