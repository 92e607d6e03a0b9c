package dev.nabla.exercise;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Work;
import dev.nabla.graph.Tape;
import dev.nabla.matrix.Rounding;
import dev.nabla.net.Anatomy;
import dev.nabla.net.Relu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.simple.SimpleMatrix;

/**
 * How well a question does its work, for those who write exercises: whether it takes the solution,
 * refuses an empty answer, and tells the mistakes of the catalogue from the right value and from
 * each other.
 *
 * @param right whether the solution is judged right
 * @param words what {@code check} says to the solution
 * @param takesEmpty whether an empty answer is judged right, which it must not be
 * @param accepted tags of mistakes whose wrong value is judged right, which it must not be
 * @param unseen tags of mistakes that give the right value with these numbers
 * @param alike groups of tags that give the same wrong value
 * @param manyDecimals whether the right value has more than four decimals
 * @param notes what else is poor about the numbers, as sentences
 */
public record Review(
    boolean right,
    String words,
    boolean takesEmpty,
    Set<String> accepted,
    Set<String> unseen,
    Set<String> alike,
    boolean manyDecimals,
    List<String> notes) {
  private static final int MOST_DECIMALS = 4;
  private static final int RANDOM_POINTS = 3;

  /** Reviews a question that is open. */
  public static Review of(String question, Object solution) {
    Question asked = Exercises.question(question);
    boolean takesEmpty = asked.check("").isRight();
    Set<String> accepted = new TreeSet<>();
    Set<String> unseen = new TreeSet<>();
    Set<String> alike = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    boolean manyDecimals = false;
    if (asked instanceof NumberQuestion numbers) {
      compare(numbers, accepted, unseen, alike);
      notes(numbers, Exercises.exercise(question), notes);
      manyDecimals = manyDecimals(numbers);
    } else if (asked instanceof FormulaQuestion formula) {
      unseen.addAll(unseen(formula));
    }
    // Last, so that it is what later questions go on from.
    Verdict verdict = asked.check(solution);
    return new Review(
        verdict.isRight(),
        verdict.words(),
        takesEmpty,
        accepted,
        unseen,
        alike,
        manyDecimals,
        notes);
  }

  /** Makes every single mistake on purpose. */
  private static void compare(
      NumberQuestion asked, Set<String> accepted, Set<String> unseen, Set<String> alike) {
    Step step = asked.step();
    SimpleMatrix right = asked.recipe().right().value(step.name());
    Map<List<Double>, Set<String>> byValue = new LinkedHashMap<>();
    Set<String> seen = new TreeSet<>();
    for (Slip slip : new Slips(asked.recipe(), step).single()) {
      SimpleMatrix value = new Work(asked.recipe(), slip.changed(), Map.of()).value(step.name());
      if (value == null || value.hasUncountable() || slip.isGeneral()) {
        continue;
      }
      String tag = slip.tags().get(0);
      if (Closeness.areEqual(value, right)) {
        // A number is its own transpose: that is nobody's mistake.
        if (right.getNumElements() > 1 || !tag.equals("transposed")) {
          unseen.add(tag);
        }
        continue;
      }
      asked.answers().forget(step.name());
      if (asked.check(value).isRight()) {
        // Within what rounding by hand explains, it is no other value.
        boolean other = new Closeness(value, step, asked.recipe().right()).differs(value);
        (other ? accepted : unseen).add(tag);
        continue;
      }
      seen.add(tag);
      byValue.computeIfAbsent(entries(value), key -> new TreeSet<>()).add(tag);
    }
    asked.answers().forget(step.name());
    unseen.removeAll(seen);
    byValue.values().stream()
        .filter(tags -> tags.size() > 1)
        .forEach(tags -> alike.add(String.join(" = ", tags)));
  }

  /** Tags of mistakes that give the right derivative at every one of some random points. */
  private static Set<String> unseen(FormulaQuestion asked) {
    Set<String> unseen = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (Tape point : Tape.atRandom(asked.derivative(), RANDOM_POINTS)) {
      Recipe recipe = GraphCalculation.of(point, asked.derivative().of());
      Step step = recipe.step("d" + asked.derivative().of() + "/d" + asked.derivative().by());
      if (step == null) {
        return Set.of();
      }
      for (Slip slip : new Slips(recipe, step).single()) {
        SimpleMatrix value = new Work(recipe, slip.changed(), Map.of()).value(step.name());
        if (value != null && !slip.isGeneral()) {
          boolean right = Closeness.areEqual(value, recipe.right().value(step.name()));
          (right ? unseen : seen).add(slip.tags().get(0));
        }
      }
    }
    unseen.removeAll(seen);
    return unseen;
  }

  /** Entries up to the noise of floating point, and the shape. */
  private static List<Double> entries(SimpleMatrix value) {
    List<Double> entries = new ArrayList<>(List.of((double) value.getNumRows()));
    for (int i = 0; i < value.getNumElements(); i++) {
      entries.add(Math.rint(value.get(i) * 1e9) / 1e9 + 0.0);
    }
    return entries;
  }

  private static void notes(NumberQuestion asked, Exercise exercise, List<String> notes) {
    String name = asked.name();
    SimpleMatrix right = asked.recipe().right().value(name);
    boolean gradient =
        switch (asked.step().kind()) {
          case DELTA, WEIGHT_GRADIENT, BIAS_GRADIENT, OUTPUT_GRADIENT, GRADIENT -> true;
          default -> false;
        };
    if (gradient && right.elementMaxAbs() == 0) {
      notes.add(name + " is all zero: a dead gradient, which every second mistake gives too.");
    }
    if (exercise.source() instanceof Source.Net net) {
      kinks(net, asked, notes);
    }
  }

  /** 0.458 may be a double just beside it, and is still 0.458 on paper. */
  private static boolean manyDecimals(NumberQuestion asked) {
    SimpleMatrix right = asked.recipe().right().value(asked.name());
    return Closeness.decimals(Rounding.round(right, Closeness.MOST_DECIMALS + 1)) > MOST_DECIMALS;
  }

  /** Where a pre-activation on the way to the answer is 0, the slope of relu is a convention. */
  private static void kinks(Source.Net net, NumberQuestion asked, List<String> notes) {
    Anatomy anatomy = Anatomy.of(net.back());
    for (Step step : asked.recipe().wayTo(asked.name())) {
      if (step.kind() != Step.Kind.PRE_ACTIVATION
          || !(anatomy.activation(step.layer()) instanceof Relu)) {
        continue;
      }
      SimpleMatrix S = asked.recipe().right().value(step.name());
      for (int i = 0; i < S.getNumRows(); i++) {
        for (int n = 0; n < S.getNumCols(); n++) {
          if (S.get(i, n) == 0) {
            notes.add(
                "%s[%d,%d] is 0, where relu has a kink: its slope there is a matter of taste."
                    .formatted(step.name(), i + 1, n + 1));
          }
        }
      }
    }
  }

  /** One line for each finding, the kind and the finding parted by a tab: for programs. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    line(lines, right ? "right" : "wrong", words);
    if (takesEmpty) {
      line(lines, "empty", "");
    }
    accepted.forEach(tag -> line(lines, "accepted", tag));
    unseen.forEach(tag -> line(lines, "unseen", tag));
    alike.forEach(tags -> line(lines, "alike", tags));
    if (manyDecimals) {
      line(lines, "decimals", "");
    }
    notes.forEach(note -> line(lines, "note", note));
    return lines.toString();
  }

  private static void line(StringBuilder lines, String kind, String finding) {
    lines.append(kind).append('\t').append(finding.replaceAll("\\s+", " ")).append('\n');
  }
}
