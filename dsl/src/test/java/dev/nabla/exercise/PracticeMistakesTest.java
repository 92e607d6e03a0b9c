package dev.nabla.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Work;
import dev.nabla.matrix.Shape;
import dev.nabla.practice.Practice;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class PracticeMistakesTest {
  private static final int SEEDS = 12;

  /** How often a mistake at one place was tried, and how often it gave the right numbers. */
  private static final class Tries {
    int all;
    int hidden;
  }

  /**
   * A mistake that every problem of a kind hides, such as the slope of relu taken at Z, is the
   * kind's and not an accident.
   */
  @Test
  void should_hide_hardly_any_mistake_by_accident() {
    Map<String, Tries> tries = new HashMap<>();
    for (String kind : Practice.kinds()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Recipe recipe = Practice.of(kind, seed).exercise().recipe();
        for (Step step : recipe.steps()) {
          for (Slip slip : new Slips(recipe, step).single()) {
            Tries here =
                tries.computeIfAbsent(
                    kind + " " + step.name() + slip.tags() + slip.changed().keySet(),
                    key -> new Tries());
            here.all++;
            here.hidden += isHidden(slip, step, recipe) ? 1 : 0;
          }
        }
      }
    }

    int all = tries.values().stream().mapToInt(each -> each.all).sum();
    int accidents =
        tries.values().stream()
            .filter(each -> each.hidden < each.all)
            .mapToInt(each -> each.hidden)
            .sum();
    assertThat(all).isGreaterThan(15_000);
    assertThat(accidents).isLessThan(all / 100);
  }

  private static boolean isHidden(Slip slip, Step step, Recipe recipe) {
    SimpleMatrix right = recipe.right().value(step.name());
    SimpleMatrix wrong = new Work(recipe, slip.changed(), Map.of()).value(step.name());
    return wrong != null && Shape.same(wrong, right) && wrong.isIdentical(right, 1e-9);
  }
}
