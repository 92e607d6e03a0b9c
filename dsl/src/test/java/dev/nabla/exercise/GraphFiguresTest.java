package dev.nabla.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Nabla;
import dev.nabla.graph.Gradients;
import dev.nabla.matrix.Rounding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How often mistakes with the chain rule are recognized in {@code a = (w + x + y)^2; b = (x - y -
 * z)^2; v = c (a - b)^2}: worksheet 1, exercise 2, with other numbers each time.
 */
class GraphFiguresTest {
  private static final int GENERATED = 60;

  /** A wrong value of one question. */
  private record Wrong(String tag, String question, double value) {}

  /** The mistakes at one point, worked out by hand. */
  private static List<Wrong> mistakes(double c, double w, double x, double y, double z) {
    double P = w + x + y;
    double M = x - y - z;
    double D = P * P - M * M;
    double va = 2 * c * D;
    double vb = -2 * c * D;
    List<Wrong> all = new ArrayList<>();
    all.add(new Wrong("", "dv/dx", va * 2 * P + vb * 2 * M));
    all.add(new Wrong("path-forgotten", "dv/dx", va * 2 * P));
    all.add(new Wrong("path-forgotten", "dv/dx", vb * 2 * M));
    all.add(new Wrong("sign-lost", "dv/dx", va * 2 * P - vb * 2 * M));
    all.add(new Wrong("exponent-forgotten", "dv/dx", va * P + vb * 2 * M));
    all.add(new Wrong("exponent-forgotten", "dv/dx", va * P + vb * M));
    all.add(new Wrong("power-not-lowered", "dv/dx", D * (va * 2 * P + vb * 2 * M)));
    all.add(new Wrong("power-not-lowered", "dv/dx", va * 2 * P * P + vb * 2 * M));
    all.add(new Wrong("partial-forgotten", "dv/dx", va + vb * 2 * M));
    all.add(new Wrong("partial-forgotten", "dv/dx", va * 2 * P + vb));
    all.add(new Wrong("paths-multiplied", "dv/dx", va * 2 * P * vb * 2 * M));
    all.add(new Wrong("sign", "dv/dx", -va * 2 * P - vb * 2 * M));
    all.add(new Wrong("", "dv/dy", va * 2 * P - vb * 2 * M));
    all.add(new Wrong("path-forgotten", "dv/dy", va * 2 * P));
    all.add(new Wrong("sign-lost", "dv/dy", va * 2 * P + vb * 2 * M));
    all.add(new Wrong("partial-forgotten", "dv/dy", va - vb * 2 * M));
    all.add(new Wrong("", "dv/dz", -vb * 2 * M));
    all.add(new Wrong("sign-lost", "dv/dz", vb * 2 * M));
    all.add(new Wrong("exponent-forgotten", "dv/dz", -vb * M));
    all.add(new Wrong("partial-forgotten", "dv/dz", -vb));
    all.add(new Wrong("", "dv/dw", va * 2 * P));
    all.add(new Wrong("delta-forgotten", "dv/dw", 2 * P));
    all.add(new Wrong("power-not-lowered", "dv/dw", va * 2 * P * P));
    return all;
  }

  private static Gradients at(double[] p) {
    String point =
        String.format(Locale.ROOT, "c=%s w=%s x=%s y=%s z=%s", p[0], p[1], p[2], p[3], p[4]);
    return Nabla.graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2")
        .at(point)
        .backward();
  }

  private static double[] point(Random random) {
    double[] point = new double[5];
    for (int i = 0; i < point.length; i++) {
      point[i] = (random.nextInt(40) - 20) / 10.0;
    }
    return point;
  }

  private static Verdict check(String question, double answer) {
    return Nabla.check("1 " + question, answer);
  }

  @Test
  void should_name_mistakes_with_the_chain_rule() {
    int named = 0;
    int asked = 0;
    int free = 0;
    int slips = 0;
    List<String> misses = new ArrayList<>();
    for (long seed = 1; seed <= GENERATED; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      double[] p = point(random);
      List<Wrong> all = mistakes(p[0], p[1], p[2], p[3], p[4]);
      double right = 0;
      for (Wrong wrong : all) {
        Exercises.clear();
        Nabla.exercise("1", at(p));
        if (wrong.tag.isEmpty()) {
          right = wrong.value;
          assertThat(check(wrong.question, right).tags()).containsExactly("right");
          double pen = Rounding.round(right * 1.17 + 0.53, 2);
          slips++;
          Verdict verdict = check(wrong.question, pen);
          assertThat(verdict.isRight()).isFalse();
          free += verdict.tags().equals(List.of("unknown")) ? 1 : 0;
        } else if (Math.abs(wrong.value - right) > 1e-6) {
          Set<String> equal = new HashSet<>();
          for (Wrong other : all) {
            boolean same = other.question.equals(wrong.question);
            if (same && Math.abs(other.value - wrong.value) < 1e-9) {
              equal.add(other.tag);
            }
          }
          asked++;
          Verdict verdict = check(wrong.question, wrong.value);
          boolean found = verdict.tags().stream().anyMatch(equal::contains);
          named += found ? 1 : 0;
          if (!found) {
            misses.add(wrong + " -> " + verdict.tags());
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "chain rule: named %d of %d, no false name %d of %d%n",
        named,
        asked,
        free,
        slips);
    assertThat(named).as(misses.toString()).isGreaterThanOrEqualTo((int) Math.ceil(0.98 * asked));
    assertThat(free).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * slips));
  }
}
