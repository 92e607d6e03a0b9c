package dev.nabla.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Nabla;
import dev.nabla.exercise.GraphSheets.GraphSheet;
import dev.nabla.matrix.Rounding;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** How often mistakes are recognized on sheets worked by hand, with seeded numbers. */
abstract class SheetFigures {
  static final int GENERATED = 20;
  private static final int PAIRS = 12;
  private final Tally tally = new Tally();

  /** At least {@link #GENERATED} of every kind. */
  abstract List<GraphSheet> sheets();

  private static Map<String, SimpleMatrix> notes(
      GraphSheet sheet, Set<String> slips, int decimals, boolean truncates) {
    Pen pen = new Pen(slips, decimals, truncates);
    sheet.work().accept(pen);
    Map<String, SimpleMatrix> notes = pen.notes();
    if (slips.contains("sign")) {
      notes.replaceAll((name, value) -> value.scale(-1));
    }
    if (slips.contains("transposed")) {
      notes.replaceAll((name, value) -> value.transpose());
    }
    return notes;
  }

  private static ByHand byHand(GraphSheet sheet) {
    Map<String, SimpleMatrix> right = notes(sheet, Set.of(), -1, false);
    Map<String, SimpleMatrix> changes = new HashMap<>();
    sheet
        .steps()
        .forEach((name, old) -> changes.put("new" + name, right.get("new" + name).minus(old)));
    return new ByHand((d, t) -> notes(sheet, Set.of(), d, t), changes);
  }

  private static String tag(String slip) {
    return slip.replaceFirst(":.*", "");
  }

  private static boolean isSame(SimpleMatrix one, SimpleMatrix other) {
    return Shape.same(one, other)
        && one.minus(other).elementMaxAbs() <= 1e-4 * other.elementMaxAbs();
  }

  private static SimpleMatrix written(SimpleMatrix value, Random random) {
    boolean small = value.elementMaxAbs() < 0.005;
    return small || random.nextBoolean() ? value : Rounding.round(value, 4);
  }

  @Test
  void should_name_what_went_wrong() {
    Random random = new Random(4);
    for (GraphSheet sheet : sheets()) {
      ByHand hand = byHand(sheet);
      for (String slip : sheet.slips()) {
        single(sheet, hand, slip, random);
      }
      for (int k = 0; k < PAIRS; k++) {
        String one = sheet.slips().get(random.nextInt(sheet.slips().size()));
        String two = sheet.slips().get(random.nextInt(sheet.slips().size()));
        if (!tag(one).equals(tag(two))) {
          pair(sheet, hand, one, two, random);
        }
      }
    }
    tally.print();
    assertThat(tally.share("no mistake accepted")).as(tally.firstMisses()).isEqualTo(1);
    assertThat(tally.share("single")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.98);
    assertThat(tally.share("pair")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.80);
  }

  private void single(GraphSheet sheet, ByHand hand, String slip, Random random) {
    Map<String, SimpleMatrix> wrong = notes(sheet, Set.of(slip), -1, false);
    List<String> names = new ArrayList<>(wrong.keySet());
    names.removeIf(name -> !hand.isWrong(name, wrong.get(name)));
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    SimpleMatrix answer = written(wrong.get(name), random);
    if (!hand.isWrong(name, answer)) {
      return;
    }
    sheet.open();
    Verdict verdict = Nabla.check(sheet.id() + " " + name, answer);
    Set<String> possible = new HashSet<>();
    for (String other : sheet.slips()) {
      if (isSame(notes(sheet, Set.of(other), -1, false).get(name), wrong.get(name))) {
        possible.add(tag(other));
      }
    }
    boolean named = !Collections.disjoint(verdict.tags(), possible);
    String what = slip + " " + name + " " + answer + " -> " + verdict;
    tally.count("single", named, what);
    tally.count("single " + tag(slip), named, "");
    tally.count("no mistake accepted", !verdict.isRight(), what);
  }

  private void pair(GraphSheet sheet, ByHand hand, String one, String two, Random random) {
    Map<String, SimpleMatrix> both = notes(sheet, Set.of(one, two), -1, false);
    Map<String, SimpleMatrix> first = notes(sheet, Set.of(one), -1, false);
    Map<String, SimpleMatrix> second = notes(sheet, Set.of(two), -1, false);
    List<String> names = new ArrayList<>(both.keySet());
    names.removeIf(
        name ->
            !hand.isWrong(name, both.get(name))
                || isSame(both.get(name), first.get(name))
                || isSame(both.get(name), second.get(name)));
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    SimpleMatrix answer = written(both.get(name), random);
    if (!hand.isWrong(name, answer)) {
      return;
    }
    sheet.open();
    Verdict verdict = Nabla.check(sheet.id() + " " + name, answer);
    boolean named =
        verdict.tags().containsAll(List.of(tag(one), tag(two)))
            || isAnother(sheet, verdict, name, both.get(name));
    String what = one + " " + two + " " + name + " " + answer + " -> " + verdict;
    tally.count("pair", named, what);
    tally.count("no mistake accepted", !verdict.isRight(), what);
  }

  /** Whether the two mistakes that are named give the same answer, so that nobody could tell. */
  private static boolean isAnother(
      GraphSheet sheet, Verdict verdict, String name, SimpleMatrix wrong) {
    for (String one : sheet.slips()) {
      for (String two : sheet.slips()) {
        if (verdict.tags().containsAll(List.of(tag(one), tag(two)))
            && isSame(notes(sheet, new HashSet<>(List.of(one, two)), -1, false).get(name), wrong)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void should_reject_no_right_answer() {
    Random random = new Random(5);
    for (GraphSheet sheet : sheets()) {
      ByHand hand = byHand(sheet);
      int decimals = 3 + random.nextInt(4);
      Map<String, SimpleMatrix> rounded = notes(sheet, Set.of(), decimals, random.nextBoolean());
      hand.right()
          .forEach(
              (name, right) -> {
                accepts(sheet, name, right);
                if (hand.size(name) >= 20 * Math.pow(10, -decimals)) {
                  SimpleMatrix clean = Rounding.round(right, 12);
                  accepts(sheet, name, Rounding.round(clean, decimals));
                  accepts(sheet, name, Rounding.truncate(clean, decimals));
                  double off = rounded.get(name).minus(right).elementMaxAbs();
                  if (off <= 0.05 * hand.size(name)) {
                    accepts(sheet, name, rounded.get(name));
                  }
                }
              });
    }
    tally.print();
    assertThat(tally.share("right accepted")).as(tally.firstMisses()).isEqualTo(1);
  }

  private void accepts(GraphSheet sheet, String name, SimpleMatrix answer) {
    sheet.open();
    Verdict verdict = Nabla.check(sheet.id() + " " + name, answer);
    tally.count("right accepted", verdict.isRight(), name + " " + answer + verdict.words());
  }

  /** Slips of the pen, which no catalogue knows. */
  @Test
  void should_accept_nothing_wrong_and_give_no_false_name() {
    Random random = new Random(9);
    for (GraphSheet sheet : sheets()) {
      ByHand hand = byHand(sheet);
      List<String> names = new ArrayList<>(hand.right().keySet());
      for (int k = 0; k < 6; k++) {
        String name = names.get(random.nextInt(names.size()));
        SimpleMatrix right = hand.right().get(name);
        SimpleMatrix answer = slipOfThePen(k, written(right, random), random);
        if (!hand.isWrong(name, answer)) {
          continue;
        }
        sheet.open();
        Verdict verdict = Nabla.check(sheet.id() + " " + name, answer);
        boolean free =
            verdict.isRight()
                || verdict.tags().equals(List.of("unknown"))
                || verdict.tags().equals(List.of("too-few-digits"));
        String size = answer.getNumElements() == 1 ? "number" : "matrix";
        String what = name + " " + answer + " for " + right + verdict;
        tally.count("no false name", free, what);
        tally.count("no false name " + size, free, "");
        tally.count("no wrong answer accepted", !verdict.isRight(), what);
      }
    }
    tally.print();
    assertThat(tally.share("no wrong answer accepted")).as(tally.firstMisses()).isEqualTo(1);
    assertThat(tally.share("no false name")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.95);
  }

  private static SimpleMatrix slipOfThePen(int kind, SimpleMatrix right, Random random) {
    SimpleMatrix answer = right.copy();
    int i = random.nextInt(right.getNumElements());
    double largest = Math.max(right.elementMaxAbs(), 0.1);
    switch (kind) {
      case 0, 1 -> answer.set(i, right.get(i) + largest * (0.1 + 0.8 * random.nextDouble()));
      case 2 -> answer.set(i, Rounding.round(right.get(i) - 0.37 * largest, 4));
      case 3 -> {
        for (int k = 0; k < right.getNumElements(); k++) {
          answer.set(k, Rounding.round(largest * (2 * random.nextDouble() - 1), 4));
        }
      }
      default -> {
        for (int k = 0; k < right.getNumElements(); k++) {
          answer.set(k, right.get(k) * (1 + 0.3 * random.nextDouble()) + 0.01);
        }
      }
    }
    return answer;
  }
}
