package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.grade.Judge.Answer;
import dev.nabla.notebooks.grade.Restored.Part;
import dev.nabla.notebooks.grade.Sheet.Kind;
import dev.nabla.notebooks.grade.Workers.Ran;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.release.StudentVersion;
import dev.nabla.notebooks.tool.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Grades one submission after the other: answers out of it, then the judge. */
final class Grader {
  private static final String LEAVES = "it ";

  private final String assignment;
  private final Sheet sheet;
  private final Hand hand;
  private final Judge judge;
  private final Workers workers;
  private final List<Part> given;

  Grader(String assignment, Sheet sheet, Hand hand, Workers workers) {
    this.assignment = assignment;
    this.sheet = sheet;
    this.hand = hand;
    this.judge = new Judge(sheet);
    this.workers = workers;
    this.given =
        sheet.slots().stream()
            .map(slot -> new Part(slot, slot.cell().source()))
            .filter(part -> part.slot().cell().isCode())
            .toList();
  }

  /** The grade; a submission that cannot be graded has a problem instead of marks. */
  Result grade(Submission submission, String key) throws InterruptedException {
    try {
      if (submission.problem() != null) {
        throw new NablaException(submission.problem());
      }
      return grade(submission, NotebookFile.read(submission.file()), key);
    } catch (NablaException | IOException e) {
      return notGraded(submission, Console.sentence(e), key);
    }
  }

  Result notGraded(Submission submission, String why, String key) {
    return new Result(
        submission.student(),
        assignment,
        submission.timestamp(),
        sheet.points(),
        why,
        List.of(),
        List.of(),
        key);
  }

  private Result grade(Submission submission, Notebook notebook, String key)
      throws IOException, InterruptedException {
    Restored restored = Restored.of(sheet, notebook);
    List<Part> parts = restored.parts();
    List<String> notes = new ArrayList<>(restored.notes());
    Map<Integer, JsonObject> values = new HashMap<>();
    int last = lastToRun(parts, values);
    Ran ran =
        last < 0 ? new Ran(Map.of(), Map.of()) : workers.run(parts.subList(0, last + 1), given);
    ran.values().forEach(values::putIfAbsent);
    ran.problems().forEach((place, problem) -> notes.add(note(parts.get(place), problem)));
    return new Result(
        submission.student(),
        assignment,
        submission.timestamp(),
        sheet.points(),
        null,
        marks(parts, values, ran.problems(), hand.of(submission.student())),
        List.copyOf(notes),
        key);
  }

  private static String note(Part part, String problem) {
    return part.is(Kind.HIDDEN)
        ? "A further test of " + part.slot().question() + " failed."
        : "In "
            + part.name()
            + ": "
            + (problem.startsWith(LEAVES) ? problem + "; it was left out." : problem);
  }

  /** Reads what stands there as text, and tells up to which part a program has to run. */
  private static int lastToRun(List<Part> parts, Map<Integer, JsonObject> values) {
    int last = -1;
    Map<String, JsonObject> plain = Map.of();
    for (int place = 0; place < parts.size(); place++) {
      Part part = parts.get(place);
      if (part.is(Kind.ANSWER)) {
        Map<String, JsonObject> read = Literal.of(part.source());
        plain = read == null ? Map.of() : read;
      } else if (part.slot() == null) {
        // A cell of the student's own may change the variable before it is judged.
        plain = Map.of();
      } else if (part.is(Kind.CHECK)) {
        JsonObject value = plain.get(part.slot().variable());
        if (value == null) {
          last = place;
        } else {
          values.put(place, value);
        }
      } else if (part.is(Kind.HIDDEN)) {
        last = place;
      }
    }
    return last;
  }

  /** An answer in words, with the points that a person gave; null if none has yet. */
  private static Mark byHand(Part part, Double points) {
    String written = part.source().strip();
    String stub = part.slot().cell().source().strip();
    boolean untouched =
        written.equals(stub) || written.equals(stub.replace(StudentVersion.WORDS, "").strip());
    if (points != null) {
      return Mark.byHand(part.slot(), points).given(untouched ? "" : written);
    }
    return untouched
        ? Mark.of(part.slot(), "empty", "Nothing is written here yet.")
        : Mark.of(part.slot(), "by-hand", "A person grades this.").given(written);
  }

  private List<Mark> marks(
      List<Part> parts,
      Map<Integer, JsonObject> values,
      Map<Integer, String> problems,
      Map<String, Double> byHand) {
    List<Answer> answers = new ArrayList<>();
    String problem = null;
    for (int place = 0; place < parts.size(); place++) {
      Part part = parts.get(place);
      if (part.is(Kind.ANSWER)) {
        problem = problems.get(place);
      } else if (part.is(Kind.CHECK)) {
        answers.add(new Answer(part.slot(), values.get(place), problem));
      }
    }
    Iterator<Mark> judged = judge.judge(answers).iterator();
    List<Mark> marks = new ArrayList<>();
    int first = 0;
    for (int place = 0; place < parts.size(); place++) {
      Part part = parts.get(place);
      if (part.is(Kind.ANSWER)) {
        first = marks.size();
      } else if (part.is(Kind.CHECK)) {
        marks.add(judged.next());
      } else if (part.is(Kind.BY_HAND)) {
        marks.add(byHand(part, byHand.get(part.slot().question())));
      } else if (part.is(Kind.HIDDEN) && problems.containsKey(place)) {
        // It tests all answers of its cell.
        marks.subList(first, marks.size()).replaceAll(Mark::refused);
      }
    }
    return marks;
  }
}
