package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import dev.nabla.display.Display;
import dev.nabla.exercise.Exercises;
import dev.nabla.exercise.Verdict;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.grade.Sheet.Slot;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges answers in a process where no student's program has ever run. The exercises are opened
 * once, by the given cells of the source.
 */
final class Judge {
  /** For one cell that is given, or one answer: a formula can be long. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Exercises belong to the process: whose were opened last. */
  private static Judge opened;

  private static Cells cells;

  private final Sheet sheet;

  Judge(Sheet sheet) {
    this.sheet = sheet;
  }

  /** One answer for its check; {@code value} is null where the variable does not exist. */
  record Answer(Slot slot, JsonObject value, String problem) {

    private boolean wasStopped() {
      return problem != null
          && problem.startsWith(Cells.STOPPED)
          && (value == null || Handover.words(value).isBlank());
    }
  }

  /**
   * Judges the answers of one student, in the order of the sheet, since later ones may follow from
   * earlier ones.
   *
   * @throws NablaException if the source does not run
   */
  List<Mark> judge(List<Answer> answers) {
    synchronized (Judge.class) {
      if (opened != this) {
        open();
      }
      Exercises.forgetAnswers();
      return answers.stream().map(Judge::judge).toList();
    }
  }

  private void open() {
    Exercises.clear();
    opened = null;
    if (cells != null) {
      cells.close();
    }
    cells = new Cells(LIMIT, () -> {});
    for (String given : sheet.givens()) {
      String problem = cells.run(given);
      if (problem != null) {
        throw new NablaException("the source does not run: " + problem);
      }
    }
    opened = this;
  }

  private static Mark judge(Answer answer) {
    Slot slot = answer.slot;
    if (answer.wasStopped()) {
      return Mark.of(
          slot,
          "stopped",
          "Its cell was %s, before %s had a value. Does a loop in it never end?"
              .formatted(answer.problem, slot.variable()));
    }
    if (answer.value == null) {
      String why = answer.problem == null ? "" : " Its cell failed: " + answer.problem;
      return Mark.of(
          slot, "missing", "There is no variable " + slot.variable() + " to judge." + why);
    }
    Mark[] mark = new Mark[1];
    String problem = cells.call(() -> mark[0] = judge(slot, answer.value));
    return mark[0] != null
        ? mark[0]
        : Mark.of(slot, "unreadable", "The answer cannot be judged: " + problem);
  }

  private static Mark judge(Slot slot, JsonObject value) {
    String given = Handover.words(value);
    try {
      Verdict verdict =
          Exercises.check(slot.question(), Handover.unpack(value)).points(slot.points());
      return new Mark(
          slot.question(),
          verdict.points(),
          slot.points(),
          kind(verdict),
          verdict.tags(),
          verdict.words(),
          given,
          Display.bundle(verdict, "").get(Display.HTML));
    } catch (NablaException unreadable) {
      return Mark.of(slot, "unreadable", unreadable.getMessage()).given(given);
    }
  }

  private static String kind(Verdict verdict) {
    if (verdict.isRight()) {
      return "right";
    }
    return Stream.of("empty", "unreadable")
        .filter(verdict.tags()::contains)
        .findAny()
        .orElse("wrong");
  }
}
