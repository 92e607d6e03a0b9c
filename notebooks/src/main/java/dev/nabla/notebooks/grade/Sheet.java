package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Checks;
import dev.nabla.notebooks.model.Marked;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.release.StudentVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What students were given, and what judges it: the cells of the student version in order, with the
 * hidden tests of the source.
 *
 * @param slots the cells
 * @param givens the code cells that the exercises are made in, as the source has them
 */
record Sheet(List<Slot> slots, List<String> givens) {
  /** How a check begins that judges nothing. */
  static final String SEALED_CHECK = "receipt(";

  /** What a cell of the sheet is for. */
  enum Kind {
    /** Words, or room for work: whatever stands there is the student's. */
    FREE,
    /** Code that all students are given. */
    GIVEN,
    /** The student's code for an answer, or for a solution that nothing judges. */
    ANSWER,
    /** Takes the value of a variable to the judge. */
    CHECK,
    /** Code that only grading runs. */
    HIDDEN,
    /** An answer in words, for a person to grade. */
    BY_HAND
  }

  /**
   * One cell.
   *
   * @param id its grade id, or its cell's id where it has none
   * @param question what {@code check} is asked; of an answer all that its checks ask, or null; of
   *     an answer in words its id
   * @param variable what is judged, only where it is a check
   * @param points what it is worth
   */
  record Slot(Kind kind, String id, Cell cell, String question, String variable, double points) {

    /** What a student may call it: {@code the cell of 1 dW2}. */
    String name() {
      if (question == null) {
        return "cell " + id;
      }
      return (kind == Kind.CHECK ? "the check of " : "the cell of ") + question;
    }

    private Slot asking(String question) {
      return new Slot(kind, id, cell, question, variable, points);
    }
  }

  /**
   * The sheet of a source.
   *
   * @param sealed whether students got the sealed version
   * @throws NablaException where a marker cannot be understood, with the cell
   */
  static Sheet of(Notebook source, boolean sealed) {
    Map<String, Checks> checks = new HashMap<>();
    Map<String, String> hidden = new HashMap<>();
    for (Cell cell : source.cells()) {
      Marked marked = Marked.of(cell);
      if (cell.isCode() && !marked.answers().isEmpty()) {
        Checks last = null;
        for (Checks check : Checks.of(marked)) {
          checks.put(check.answer().gradeId(), check);
          last = check;
        }
        if (marked.has(Marked.Kind.HIDDEN)) {
          hidden.put(last.answer().gradeId(), hidden(marked));
        }
      }
    }
    List<Slot> slots = new ArrayList<>();
    int answer = -1;
    for (Cell cell : StudentVersion.of(source, sealed).cells()) {
      Slot slot = slot(cell, checks);
      slots.add(slot);
      if (slot.kind == Kind.ANSWER) {
        answer = slots.size() - 1;
      } else if (slot.kind == Kind.CHECK) {
        String before = slots.get(answer).question;
        slots.set(
            answer,
            slots.get(answer).asking((before == null ? "" : before + ", ") + slot.question));
      }
      if (slot.kind == Kind.CHECK && hidden.containsKey(slot.id)) {
        Cell test = Cell.code("hidden-" + slot.id, hidden.get(slot.id));
        slots.add(new Slot(Kind.HIDDEN, test.id(), test, slot.question, null, 0));
      }
    }
    if (slots.stream().noneMatch(slot -> slot.points > 0)) {
      throw new NablaException(
          "the source has no answer with points, so there is nothing to grade.");
    }
    List<String> givens =
        StudentVersion.of(source, false).cells().stream()
            .filter(cell -> cell.isCode() && slot(cell, checks).kind == Kind.GIVEN)
            .map(Cell::source)
            .toList();
    return new Sheet(List.copyOf(slots), givens);
  }

  private static String hidden(Marked cell) {
    return cell.lines().stream()
        .filter(line -> line.kind() == Marked.Kind.HIDDEN)
        .map(Marked.Line::text)
        .collect(Collectors.joining("\n"));
  }

  private static Slot slot(Cell cell, Map<String, Checks> checks) {
    JsonObject grading =
        cell.metadata().get("nbgrader") instanceof JsonObject found ? found : new JsonObject();
    String id = grading.has("grade_id") ? grading.get("grade_id").getAsString() : cell.id();
    double points = grading.has("points") ? grading.get("points").getAsDouble() : 0;
    boolean grade = is(grading, "grade");
    if (grade && is(grading, "solution")) {
      return new Slot(Kind.BY_HAND, id, cell, id, null, points);
    }
    if (grade) {
      Checks check = checks.get(id);
      return new Slot(Kind.CHECK, id, cell, check.question(), check.answer().variable(), points);
    }
    Kind kind =
        is(grading, "solution") ? Kind.ANSWER : is(grading, "locked") ? Kind.GIVEN : Kind.FREE;
    return new Slot(kind, id, cell, null, null, 0);
  }

  private static boolean is(JsonObject grading, String flag) {
    return grading.has(flag) && grading.get(flag).getAsBoolean();
  }

  /** Whether students got the sealed version. */
  boolean isSealed() {
    return slots.stream()
        .anyMatch(slot -> slot.kind == Kind.CHECK && slot.cell.source().startsWith(SEALED_CHECK));
  }

  /** All there is to win. */
  double points() {
    return slots.stream().mapToDouble(Slot::points).sum();
  }
}
