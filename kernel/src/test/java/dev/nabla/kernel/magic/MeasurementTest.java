package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {

  /** Ranks from the printed tables of confidence intervals for a median (95 %). */
  @ParameterizedTest
  @CsvSource({
    "6,1", "8,1", "9,2", "10,2", "12,3", "15,4", "20,6", "25,8", "30,10", "50,18", "100,40"
  })
  void should_take_the_order_statistics_that_the_tables_give(int batches, int rank) {
    assertThat(Measurement.outside(batches)).isEqualTo(rank);
  }

  @Test
  void should_hold_the_true_median_as_often_as_it_says() {
    Random random = new Random(1);
    int held = 0;
    int tries = 20_000;
    for (int i = 0; i < tries; i++) {
      // Skewed, as times are; the median of -ln U is ln 2.
      double[] times = random.doubles(25).map(u -> -StrictMath.log(1 - u)).sorted().toArray();
      Measurement measured = new Measurement(1, times);
      if (measured.low() <= StrictMath.log(2) && StrictMath.log(2) <= measured.high()) {
        held++;
      }
    }

    // 25 fair coins: 1 - 2 P(fewer than 8 heads) = 0.9567.
    assertThat(held / (double) tries).isBetween(0.95, 0.963);
  }

  @Test
  void should_run_as_often_as_it_is_told() throws Exception {
    int[] calls = {0};

    Measurement measured = Measurement.of(7, 11, () -> calls[0]++);

    assertThat(calls[0]).isEqualTo(7 + 7 * 11);
    assertThat(measured.times()).hasSize(11).isSorted();
    assertThat(measured.loops()).isEqualTo(7);
  }

  @Test
  void should_find_how_often_to_run() throws Exception {
    Measurement measured = Measurement.of(0, 6, () -> Thread.sleep(0, 100_000));

    double batch = measured.loops() * measured.median();

    assertThat(measured.times()).hasSize(6);
    assertThat(batch).isGreaterThan(1e6);
    assertThat(measured.median()).isGreaterThan(100_000);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,0.50 ns",
    "12.34,12.3 ns",
    "999.4,999 ns",
    "999.6,1.00 µs",
    "1500,1.50 µs",
    "2.5e7,25.0 ms",
    "3.21e9,3.21 s",
    "1.2e12,1200 s"
  })
  void should_write_times_with_three_digits(double nanos, String text) {
    assertThat(Durations.text(nanos)).isEqualTo(text);
  }

  @Test
  void should_say_what_was_measured() {
    double[] times = new double[25];
    Arrays.setAll(times, i -> 1000 + i);

    assertThat(new Measurement(1234, times))
        .hasToString(
            "1.01 µs per run, between 1.01 µs and 1.02 µs (95 %; 25 batches of 1,234 runs)");
  }
}
