package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.nabla.notebooks.grade.Sheet.Kind;
import dev.nabla.notebooks.grade.Sheet.Slot;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A submission brought back into the order of the sheet: everything that was given is the
 * original's, only answers and cells of their own are the student's.
 *
 * @param parts what there is to run, in order
 * @param notes what was amiss, for the report
 */
record Restored(List<Part> parts, List<String> notes) {
  /** What is amiss with all of a class at once, since it is a mistake of the person who grades. */
  static final String SEALED = "This is of a sealed release, but was graded without --sealed.";

  static final String NOT_SEALED =
      "This is of a release that is not sealed, but was graded with --sealed.";

  /**
   * A cell in its place.
   *
   * @param slot null for a cell that the student has added
   * @param source what stands in it
   */
  record Part(Slot slot, String source) {
    boolean is(Kind kind) {
      return slot != null && slot.kind() == kind;
    }

    String name() {
      return slot == null ? "a cell of your own" : slot.name();
    }
  }

  static Restored of(Sheet sheet, Notebook submitted) {
    return new Restoration(sheet, submitted).restored();
  }

  private static final class Restoration {
    private final Sheet sheet;
    private final Map<Integer, List<Cell>> found = new HashMap<>();
    private final TreeMap<Integer, List<String>> added = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final boolean ofOtherRelease;
    private boolean reordered;

    Restoration(Sheet sheet, Notebook submitted) {
      this.sheet = sheet;
      int before = -1;
      for (Cell cell : submitted.cells()) {
        int place = place(cell);
        if (place >= 0) {
          reordered |= place < before && !found.containsKey(place);
          found.computeIfAbsent(place, key -> new ArrayList<>()).add(cell);
          before = place;
        } else if (isGiven(cell)) {
          foreign.add(cell.id());
        } else if (cell.isCode() && !cell.source().isBlank()) {
          added.computeIfAbsent(before, key -> new ArrayList<>()).add(cell.source());
        }
      }
      List<Cell> checks = new ArrayList<>();
      found.forEach(
          (place, copies) -> {
            if (sheet.slots().get(place).kind() == Kind.CHECK) {
              checks.addAll(copies);
            }
          });
      String other = sheet.isSealed() ? "check(" : Sheet.SEALED_CHECK;
      ofOtherRelease =
          !checks.isEmpty()
              && checks.stream().allMatch(check -> check.source().strip().startsWith(other));
    }

    /** Whether it was given to students, who write into cells that are not locked. */
    private static boolean isGiven(Cell cell) {
      return cell.metadata().get("nbgrader") instanceof JsonObject grading
          && grading.get("locked") instanceof JsonPrimitive locked
          && locked.getAsBoolean();
    }

    /** By the grade id; by the id of the cell where an editor has lost the metadata. */
    private int place(Cell cell) {
      boolean graded =
          cell.metadata().get("nbgrader") instanceof JsonObject grading
              && grading.get("grade_id") instanceof JsonPrimitive;
      String id =
          graded
              ? cell.metadata().getAsJsonObject("nbgrader").get("grade_id").getAsString()
              : cell.id();
      for (int i = 0; i < sheet.slots().size(); i++) {
        Slot slot = sheet.slots().get(i);
        boolean same = graded ? slot.id().equals(id) : slot.cell().id().equals(id);
        if (same && slot.kind() != Kind.FREE && slot.kind() != Kind.HIDDEN) {
          return i;
        }
      }
      return -1;
    }

    Restored restored() {
      List<Part> parts = new ArrayList<>();
      own(parts, -1);
      for (int i = 0; i < sheet.slots().size(); i++) {
        Slot slot = sheet.slots().get(i);
        List<Cell> copies = found.getOrDefault(i, List.of());
        switch (slot.kind()) {
          case FREE -> {
            // What stands there was taken as a cell of the student's own.
          }
          case HIDDEN -> parts.add(new Part(slot, slot.cell().source()));
          case GIVEN, CHECK -> {
            parts.add(new Part(slot, slot.cell().source()));
            compare(slot, copies);
          }
          case ANSWER, BY_HAND -> answer(parts, slot, copies);
        }
        own(parts, i);
      }
      if (!ofOtherRelease) {
        foreign.forEach(id -> notes.add("Cell " + id + " is not of this sheet; it was left out."));
      }
      if (ofOtherRelease) {
        notes.add(sheet.isSealed() ? NOT_SEALED : SEALED);
      }
      if (reordered) {
        notes.add("Cells stood in another order; they were graded in the order of the sheet.");
      }
      return new Restored(parts, notes);
    }

    private void own(List<Part> parts, int after) {
      added.getOrDefault(after, List.of()).forEach(source -> parts.add(new Part(null, source)));
    }

    private void compare(Slot slot, List<Cell> copies) {
      if (ofOtherRelease) {
        return;
      }
      if (copies.isEmpty()) {
        notes.add(begin(slot) + " is missing; it was put in.");
      } else if (copies.stream().anyMatch(copy -> !same(copy, slot.cell()))) {
        notes.add(begin(slot) + " was changed; the original was graded.");
      }
    }

    private void answer(List<Part> parts, Slot slot, List<Cell> copies) {
      if (copies.isEmpty()) {
        notes.add(begin(slot) + " was deleted; it counts as empty.");
        parts.add(new Part(slot, slot.cell().source()));
        return;
      }
      if (copies.size() > 1) {
        notes.add(
            "%s is there %d times; the last one counts.".formatted(begin(slot), copies.size()));
      }
      for (Cell copy : copies.subList(0, copies.size() - 1)) {
        if (copy.isCode()) {
          parts.add(new Part(null, copy.source()));
        }
      }
      Cell last = copies.get(copies.size() - 1);
      if (!last.type().equals(slot.cell().type())) {
        notes.add(
            "%s was turned from %s into %s; it was taken as %s."
                .formatted(begin(slot), slot.cell().type(), last.type(), slot.cell().type()));
      }
      parts.add(new Part(slot, last.source()));
    }

    /** The slot as the beginning of a sentence. */
    private static String begin(Slot slot) {
      return slot.name().substring(0, 1).toUpperCase(Locale.ROOT) + slot.name().substring(1);
    }

    private static boolean same(Cell a, Cell b) {
      return a.type().equals(b.type()) && a.source().strip().equals(b.source().strip());
    }
  }
}
