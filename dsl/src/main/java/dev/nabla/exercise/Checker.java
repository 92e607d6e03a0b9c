package dev.nabla.exercise;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.exercise.mistake.Words;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Work;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/** Judges one answer in numbers. */
final class Checker {
  /** Answers with more entries are compared, but no mistakes are looked for. */
  private static final int LARGEST = 2_000;

  private static final int MOST_PAIRS = 4_000;

  /** Mistakes with the same result that are named. */
  private static final int MOST_CHOICES = 3;

  private final Recipe recipe;
  private final Step step;
  private final SimpleMatrix answer;
  private final OwnAnswers own;
  private final SimpleMatrix right;
  private final Work work;
  private final int[] first;

  /**
   * An answer to a question.
   *
   * @param answers what the same student has answered to other questions of the calculation
   * @param first the index of the first row and of the first column
   */
  Checker(Recipe recipe, Step step, SimpleMatrix answer, Memory answers, int[] first) {
    this.recipe = recipe;
    this.step = step;
    this.answer = answer;
    this.own = new OwnAnswers(recipe, step, answers);
    this.work = recipe.right();
    this.right = work.value(step.name());
    this.first = first;
  }

  Verdict verdict() {
    if (Closeness.areEqual(answer, right)) {
      return Verdict.right("right", "right: " + described());
    }
    if (answer.getNumElements() > LARGEST) {
      return Shape.same(answer, right) ? large() : wrongShape();
    }
    Closeness close = new Closeness(answer, step, work);
    if (Shape.same(answer, right)) {
      if (close.isRightInItsDigits()) {
        String words = "right, in the digits you give: " + described();
        return Verdict.right("rounded", words);
      }
      Verdict followOn = followOn();
      if (followOn != null) {
        return followOn;
      }
    }
    Finding found = find(close);
    if (found != null) {
      return Verdict.wrong(found.tags(), found.words()).with(found.hints());
    }
    String other = other(close);
    if (other != null) {
      String words =
          "Your %s is the right answer to another question, %s. What is the difference between %s and %s?"
              .formatted(step.name(), other, step.name(), other);
      return Verdict.wrong(List.of("another-question"), words);
    }
    if (close.isTooCoarse()) {
      return Verdict.wrong(
          List.of("too-few-digits"),
          "Your "
              + step.name()
              + " has too few digits to tell whether it is right. Can you give at least two"
              + " that count?");
    }
    return Shape.same(answer, right) ? unknown(close) : wrongShape();
  }

  private Verdict large() {
    return Verdict.wrong(
        List.of("unknown"),
        "Your "
            + step.name()
            + " is not right. It is too large to look for the reason; can you try a smaller net?");
  }

  private String described() {
    return right.getNumElements() == 1 ? step.name() : step.name() + " (" + Shape.of(right) + ")";
  }

  /** Right from the student's own earlier values. */
  private Verdict followOn() {
    Map<String, SimpleMatrix> wrong = own.wrong();
    if (wrong.isEmpty()) {
      return null;
    }
    for (Map<String, SimpleMatrix> values : own.nearestFirst(wrong)) {
      Work theirs = new Work(recipe, Map.of(), values);
      Closeness close = new Closeness(answer, step, theirs);
      if (close.isExactly(theirs.value(step.name())) || close.isRightInItsDigits()) {
        String names = OwnAnswers.list(values.keySet());
        String words =
            "right from your "
                + names
                + ": "
                + described()
                + "."
                + own.notRight(values.keySet(), wrong.keySet());
        return Verdict.right(Verdict.FOLLOW_ON, words);
      }
    }
    return null;
  }

  /** What was recognized. */
  private record Finding(List<String> tags, String words, List<String> hints) {}

  private Finding find(Closeness close) {
    Slips slips = new Slips(recipe, step);
    Set<String> settled = own.settled();
    List<Slip> single = close.capacity() >= slips.single().size() ? slips.single() : slips.near();
    List<Slip> likely =
        single.stream()
            .filter(slip -> Collections.disjoint(slip.changed().keySet(), settled))
            .toList();
    List<Slip> found = matching(likely, close, Map.of());
    if (found.isEmpty()) {
      found = matching(single, close, Map.of());
    }
    if (found.isEmpty()) {
      List<Slip> pairs = slips.pairs(Math.min(MOST_PAIRS, close.capacity()));
      found = matching(pairs, close, Map.of());
    }
    if (!found.isEmpty()) {
      return finding(found, "");
    }
    Map<String, SimpleMatrix> wrong = own.wrong();
    if (!wrong.isEmpty()) {
      Work theirs = new Work(recipe, Map.of(), wrong);
      List<Slip> after = matching(single, new Closeness(answer, step, theirs), wrong);
      if (!after.isEmpty()) {
        return finding(after, " This is from your own " + OwnAnswers.list(wrong.keySet()) + ".");
      }
    }
    return null;
  }

  private List<Slip> matching(List<Slip> slips, Closeness close, Map<String, SimpleMatrix> values) {
    List<Slip> found = new ArrayList<>();
    for (Slip slip : slips) {
      SimpleMatrix value = new Work(recipe, slip.changed(), values).value(step.name());
      if (value != null && close.isNear(value) && close.differs(value)) {
        found.add(slip);
      }
    }
    Predicate<Slip> general = Slip::isGeneral;
    return found.stream().allMatch(general)
        ? found
        : found.stream().filter(general.negate()).toList();
  }

  /** The mistake, or those that these data cannot tell apart. */
  private Finding finding(List<Slip> found, String remark) {
    List<Slip> choices = new ArrayList<>();
    for (Slip slip : found) {
      boolean another = choices.stream().noneMatch(each -> each.tags().equals(slip.tags()));
      if (another && choices.size() < MOST_CHOICES) {
        choices.add(slip);
      }
    }
    Slip first = choices.get(0);
    List<String> hints = first.made().get(0).hints(recipe);
    if (choices.size() == 1) {
      String question = first.made().get(0).question(recipe);
      return new Finding(
          first.tags(), first.sentence(step.name(), recipe) + remark + " " + question, hints);
    }
    Set<String> tags = new LinkedHashSet<>();
    StringJoiner seen = new StringJoiner(", or ");
    for (Slip choice : choices) {
      tags.addAll(choice.tags());
      seen.add(choice.seen(step.name(), recipe));
    }
    String words =
        "Your "
            + step.name()
            + " is what comes out when either "
            + seen
            + "."
            + remark
            + " These numbers cannot tell: which of them did you do?";
    return new Finding(List.copyOf(tags), words, hints);
  }

  /** Another quantity that is asked, whose value the answer is; null if there is none. */
  private String other(Closeness close) {
    List<Step> others =
        recipe.steps().stream()
            .filter(each -> !each.name().equals(step.name()) && !each.name().contains("("))
            .filter(each -> Shape.same(answer, work.value(each.name())))
            .toList();
    return others.size() > close.capacity()
        ? null
        : others.stream()
            .map(Step::name)
            .filter(name -> close.isNear(work.value(name)) && close.differs(work.value(name)))
            .findFirst()
            .orElse(null);
  }

  private Verdict wrongShape() {
    boolean turned = Shape.transposed(answer, right.getNumRows(), right.getNumCols());
    String words =
        "Your "
            + step.name()
            + " is "
            + Shape.of(answer)
            + (turned ? ", the shape of the transpose. " : ". ")
            + Words.shapeQuestion(step, recipe);
    return Verdict.wrong(List.of(turned ? "shape-transposed" : "shape"), words);
  }

  /** Counted from 1, or from 0 where there is an intercept. */
  private static View.Axis axis(int first, int size) {
    List<Notation> names =
        IntStream.range(0, first == 0 ? size : 0)
            .mapToObj(i -> Notation.of(Integer.toString(i)))
            .toList();
    return new View.Axis("", names);
  }

  private Verdict unknown(Closeness close) {
    String words = new Pattern(step, answer, right, close, first).words();
    View table =
        right.getNumElements() == 1
            ? null
            : new View.Matrix(
                Notation.of("your " + step.name()),
                answer,
                axis(first[0], answer.getNumRows()),
                axis(first[1], answer.getNumCols()),
                "",
                Pattern.marks(close, answer.getNumCols()));
    Verdict verdict = Verdict.wrong(List.of("unknown"), words);
    return table == null ? verdict : verdict.with(table);
  }
}
