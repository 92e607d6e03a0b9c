package dev.nabla.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Nabla;
import dev.nabla.matrix.Rounding;
import dev.nabla.matrix.Shape;
import dev.nabla.net.Backward;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often mistakes are recognized: nets of the worksheets and 200 others, seeded. */
class FiguresTest {
  private static final int GENERATED = 200;

  /** The number of the slip that reads a wrong number off the sheet. */
  private static final int MISREAD = 6;

  private static final List<String> IN_ONE_LAYER =
      List.of(
          "slope-forgotten",
          "slope-at-activation",
          "activation-for-slope",
          "slope-of-gradient",
          "weights-forgotten",
          "weights-not-transposed",
          "weights-transposed",
          "intercept-forgotten",
          "intercept-kept",
          "ones-forgotten",
          "product-for-entrywise",
          "delta-forgotten",
          "delta-forgotten-below",
          "s-for-z",
          "s-for-z-in-gradient",
          "activation-forgotten",
          "bias-forgotten",
          "bias-averaged",
          "bias-not-summed",
          "mean-added",
          "updated-too-early",
          "update-added",
          "rate-forgotten",
          "step-alone");
  private static final List<String> ONCE =
      List.of(
          "sign",
          "transposed",
          "target-minus-output",
          "target-forgotten",
          "mean-forgotten",
          "mean-twice",
          "half-forgotten",
          "square-forgotten",
          "slope-added",
          "half-added",
          "hinge-margin-forgotten",
          "hinge-count",
          "softmax-diagonal",
          "softmax-by-rows",
          "softmax-not-normalized",
          "loss-not-squared",
          "log-base");
  private static final Map<String, String> SAME =
      Map.of("s-for-z-in-gradient", "s-for-z", "delta-forgotten-below", "delta-forgotten");

  private final Tally tally = new Tally();

  @BeforeEach
  void noneIsOpen() {
    Exercises.clear();
  }

  private static List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>(Sheets.ofWorksheets());
    for (long seed = 1; seed <= GENERATED / 2; seed++) {
      sheets.add(Sheets.random(seed));
      sheets.add(Sheets.varied(seed));
    }
    return sheets;
  }

  private static Map<String, SimpleMatrix> notes(
      Sheet sheet, Set<Student.Slip> slips, int decimals, boolean truncates) {
    return new Student(sheet, slips, decimals, truncates).notes();
  }

  private static List<Student.Slip> slips(Sheet sheet) {
    List<Student.Slip> all = new ArrayList<>();
    for (String tag : IN_ONE_LAYER) {
      for (int l = 1; l <= sheet.depth(); l++) {
        all.add(new Student.Slip(tag, l));
      }
      all.add(new Student.Slip(tag, 0));
    }
    ONCE.forEach(tag -> all.add(new Student.Slip(tag, 0)));
    return all;
  }

  private static String tag(Student.Slip slip) {
    return SAME.getOrDefault(slip.tag(), slip.tag());
  }

  /** What a hand calculation would write down: all digits, or four decimals. */
  private static SimpleMatrix written(SimpleMatrix value, Random random) {
    boolean small = value.elementMaxAbs() < 0.005;
    return small || random.nextBoolean() ? value : Rounding.round(value, 4);
  }

  /** The single slips that give exactly this answer, so that nobody could tell them apart. */
  private static Set<String> equal(
      Sheet sheet, List<Student.Slip> slips, String name, SimpleMatrix wrong) {
    Set<String> tags = new HashSet<>();
    for (Student.Slip slip : slips) {
      SimpleMatrix other = notes(sheet, Set.of(slip), -1, false).get(name);
      if (other.getNumRows() == wrong.getNumRows()
          && other.getNumCols() == wrong.getNumCols()
          && other.minus(wrong).elementMaxAbs() <= 1e-4 * wrong.elementMaxAbs()) {
        tags.add(tag(slip));
      }
    }
    return tags;
  }

  private static boolean isSame(SimpleMatrix one, SimpleMatrix other) {
    return Shape.same(one, other)
        && one.minus(other).elementMaxAbs() <= 1e-3 * Math.max(0.1, other.elementMaxAbs());
  }

  @Test
  void should_name_what_went_wrong() {
    Random random = new Random(4);
    int number = 0;
    for (Sheet sheet : sheets()) {
      number++;
      var back = Sheets.backward(sheet);
      ByHand hand = ByHand.of(sheet);
      List<Student.Slip> slips = slips(sheet);
      for (Student.Slip slip : slips) {
        single(number, sheet, back, hand, slip, random);
      }
      for (int i = 0; i < 10; i++) {
        Student.Slip one = slips.get(random.nextInt(slips.size()));
        Student.Slip two = slips.get(random.nextInt(slips.size()));
        if (!tag(one).equals(tag(two))) {
          pair(number, sheet, back, hand, one, two, random);
        }
      }
    }
    tally.print();
    assertThat(tally.share("no mistake accepted")).as(tally.firstMisses()).isEqualTo(1);

    assertThat(tally.share("single")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.98);
    assertThat(tally.share("pair")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.80);
  }

  private void single(
      int number, Sheet sheet, Backward back, ByHand hand, Student.Slip slip, Random random) {
    Map<String, SimpleMatrix> wrong = notes(sheet, Set.of(slip), -1, false);
    List<String> names = new ArrayList<>(wrong.keySet());
    names.removeIf(name -> !hand.isWrong(name, wrong.get(name)));
    for (int k = 0; k < 1 && !names.isEmpty(); k++) {
      String name = names.remove(random.nextInt(names.size()));
      SimpleMatrix answer = written(wrong.get(name), random);
      if (!hand.isWrong(name, answer)) {
        continue;
      }
      Exercises.clear();
      Nabla.exercise("1", back).step(sheet.rate());
      Verdict verdict = Nabla.check("1 " + name, answer);
      Set<String> possible = equal(sheet, slips(sheet), name, wrong.get(name));
      boolean named = !Collections.disjoint(verdict.tags(), possible);
      tally.count("single", named, number + " " + slip + " " + name + " -> " + verdict.tags());
      tally.count("single " + tag(slip), named, "");
      tally.count(
          "no mistake accepted",
          !verdict.isRight(),
          number + " " + slip + " " + name + " " + answer + hand.right().get(name));
    }
  }

  private void pair(
      int number,
      Sheet sheet,
      Backward back,
      ByHand hand,
      Student.Slip one,
      Student.Slip two,
      Random random) {
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
    Exercises.clear();
    Nabla.exercise("1", back).step(sheet.rate());
    Verdict verdict = Nabla.check("1 " + name, answer);
    boolean named = verdict.tags().containsAll(List.of(tag(one), tag(two)));
    tally.count("pair", named, number + " " + one + two + " " + name + " -> " + verdict.tags());
    tally.count(
        "no mistake accepted",
        !verdict.isRight(),
        number + " " + one + two + " " + name + " " + answer + hand.right().get(name));
  }

  /** Every right way to write a right answer: all digits, fewer digits, rounded on the way. */
  @Test
  void should_reject_no_right_answer() {
    Random random = new Random(5);
    for (Sheet sheet : sheets()) {
      Backward back = Sheets.backward(sheet);
      int decimals = 3 + random.nextInt(4);
      boolean truncates = random.nextBoolean();
      ByHand hand = ByHand.of(sheet);
      Map<String, SimpleMatrix> exact = hand.right();
      Map<String, SimpleMatrix> byHand = notes(sheet, Set.of(), decimals, truncates);
      for (String name : exact.keySet()) {
        SimpleMatrix right = exact.get(name);
        accepts(sheet, back, name, right);
        if (hand.size(name) >= 20 * Math.pow(10, -decimals)) {
          SimpleMatrix clean = Rounding.round(right, 12);
          accepts(sheet, back, name, Rounding.round(clean, decimals));
          accepts(sheet, back, name, Rounding.truncate(clean, decimals));
          double off = byHand.get(name).minus(right).elementMaxAbs();
          if (off <= 0.05 * hand.size(name)) {
            accepts(sheet, back, name, byHand.get(name));
          }
        }
      }
    }
    tally.print();
    assertThat(tally.share("right accepted")).as(tally.firstMisses()).isEqualTo(1);
  }

  private void accepts(Sheet sheet, Backward back, String name, SimpleMatrix answer) {
    Exercises.clear();
    Nabla.exercise("1", back).step(sheet.rate());
    Verdict verdict = Nabla.check("1 " + name, answer);
    tally.count("right accepted", verdict.isRight(), name + " " + answer + verdict.words());
  }

  /** Slips of the pen, which no catalogue knows. */
  @Test
  void should_accept_nothing_wrong_and_give_no_false_name() {
    Random random = new Random(9);
    int number = 0;
    for (Sheet sheet : sheets()) {
      number++;
      ByHand hand = ByHand.of(sheet);
      Map<String, SimpleMatrix> right = hand.right();
      List<String> names = new ArrayList<>(right.keySet());
      for (int k = 0; k <= MISREAD; k++) {
        String name = names.get(random.nextInt(names.size()));
        SimpleMatrix written = written(right.get(name), random);
        SimpleMatrix answer =
            k == MISREAD
                ? written(notes(misread(sheet), Set.of(), -1, false).get(name), random)
                : slipOfThePen(k, written, random);
        if (!hand.isWrong(name, answer)) {
          continue;
        }
        Exercises.clear();
        Nabla.exercise("1", Sheets.backward(sheet)).step(sheet.rate());
        Verdict verdict = Nabla.check("1 " + name, answer);
        boolean free =
            verdict.tags().equals(List.of("unknown"))
                || verdict.tags().equals(List.of("too-few-digits"));
        String size = answer.getNumElements() == 1 ? "number" : "matrix";
        String what = number + " " + k + " " + name + " " + verdict.tags() + verdict.words();
        tally.count("no false name", free || verdict.isRight(), what);
        tally.count("no false name " + k + " " + size, free || verdict.isRight(), "");
        tally.count(
            "no wrong answer accepted", !verdict.isRight(), what + answer + right.get(name));
      }
    }
    tally.print();
    assertThat(tally.share("no wrong answer accepted")).as(tally.firstMisses()).isEqualTo(1);
    assertThat(tally.share("no false name")).as(tally.firstMisses()).isGreaterThanOrEqualTo(0.95);
  }

  /** The same sheet with one weight read as another. */
  private static Sheet misread(Sheet sheet) {
    List<SimpleMatrix> W = new ArrayList<>(sheet.W());
    SimpleMatrix first = W.get(0).copy();
    first.set(0, first.get(0) + 0.3);
    W.set(0, first);
    return sheet.with(W, sheet.f(), sheet.loss());
  }

  private static SimpleMatrix slipOfThePen(int kind, SimpleMatrix right, Random random) {
    SimpleMatrix answer = right.copy();
    int i = random.nextInt(right.getNumElements());
    double largest = Math.max(right.elementMaxAbs(), 0.1);
    switch (kind) {
      case 0 -> answer.set(i, right.get(i) + largest * (0.1 + 0.8 * random.nextDouble()));
      case 1 -> answer.set(i, Rounding.round(right.get(i) - 0.37 * largest, 4));
      case 2 -> answer.set(i, exchanged(right.get(i)));
      case 3 -> {
        for (int k = 0; k < right.getNumElements(); k++) {
          answer.set(k, Rounding.round(largest * (2 * random.nextDouble() - 1), 4));
        }
      }
      case 4 -> {
        for (int k = 0; k < right.getNumElements(); k++) {
          answer.set(k, right.get(k) * (1 + 0.3 * random.nextDouble()) + 0.01);
        }
      }
      default -> {
        double one = answer.get(0);
        answer.set(0, answer.get(i));
        answer.set(i, one);
      }
    }
    return answer;
  }

  /** 0.458 as 0.548. */
  private static double exchanged(double x) {
    String digits = String.format(Locale.ROOT, "%.4f", x);
    int point = digits.indexOf('.');
    return Double.parseDouble(
        digits.substring(0, point + 1)
            + digits.charAt(point + 2)
            + digits.charAt(point + 1)
            + digits.substring(point + 3));
  }
}
