package dev.nabla.notebooks.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.CellNames;
import dev.nabla.notebooks.model.Checks;
import dev.nabla.notebooks.model.Marked;
import dev.nabla.notebooks.model.Marked.Kind;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What a student gets of a notebook: answers emptied, solutions and hidden tests left out, every
 * check in a locked cell of its own, and nothing of the outputs, the metadata or the pictures of
 * the original.
 */
public final class StudentVersion {
  static final String ROOM = "// Room for your own work.";
  static final String CODE = "// YOUR CODE HERE";

  /** What stands in the place of an answer in words. */
  public static final String WORDS = "*Your answer here.*";

  private static final String RAISES = "raises-exception";

  private final boolean sealed;
  private final List<Cell> cells = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private boolean roomIsThere;

  private StudentVersion(boolean sealed) {
    this.sealed = sealed;
  }

  /**
   * The student version of a source.
   *
   * @param sealed whether checks only confirm that an answer has come, and whatever would compute
   *     it is left out
   * @throws NablaException where a marker cannot be understood, with the cell
   */
  public static Notebook of(Notebook source, boolean sealed) {
    Notebook named = CellNames.in(source);
    Notebook open = sealed ? Seal.without(named) : named;
    StudentVersion version = new StudentVersion(sealed);
    open.cells().forEach(cell -> version.add(Marked.of(cell)));
    return open.with(version.cells).bare();
  }

  private void add(Marked cell) {
    if (!cell.answers().isEmpty()) {
      addAnswers(cell);
    } else if (cell.isWholly(Kind.SOLUTION) && cell.cell().isCode()) {
      addRoom(cell);
    } else if (cell.isWholly(Kind.SOLUTION) || cell.isWholly(Kind.HIDDEN)) {
      return;
    } else if (cell.has(Kind.SOLUTION) && cell.cell().isCode()) {
      put(Grading.answer(cell.cell().id()), written(cell));
    } else if (cell.cell().isCode()) {
      put(Grading.given(cell.cell().id()), written(cell));
    } else {
      cells.add(written(cell));
    }
    roomIsThere &= cell.isWholly(Kind.SOLUTION);
  }

  /** One place for work is enough where several cells show a solution. */
  private void addRoom(Marked cell) {
    if (!roomIsThere) {
      cells.add(Cell.code(cell.cell().id(), ROOM));
    }
    roomIsThere = true;
  }

  private void addAnswers(Marked cell) {
    for (Marked.Answer answer : cell.answers()) {
      if (Double.isNaN(answer.points())) {
        throw new NablaException(
            "cell %s: // ANSWER %s does not say its points. Write points=1 behind it."
                .formatted(cell.cell().id(), answer.id()));
      }
    }
    if (!cell.cell().isCode()) {
      Marked.Answer words = cell.answers().get(0);
      put(Grading.byHand(words.gradeId(), words.points()), written(cell));
      return;
    }
    List<Checks> checks = Checks.of(cell);
    put(Grading.answer(answerId(cell)), written(cell));
    for (Checks each : checks) {
      String id = each.answer().gradeId();
      double points = each.answer().points();
      Cell test = Cell.code(within64("check-" + id), sealed ? receipt(each) : graded(each));
      put(Grading.test(id, points), test);
    }
  }

  private static String graded(Checks check) {
    return check.call() + ".points(" + Points.typed(check.answer().points()) + ")";
  }

  private static String receipt(Checks check) {
    return check.call().replaceFirst("^check", "receipt");
  }

  /** Its cell's id, which may be the id of an answer too. */
  private static String answerId(Marked cell) {
    String id = cell.cell().id();
    boolean taken = cell.answers().stream().anyMatch(answer -> answer.gradeId().equals(id));
    return taken ? within64("answer-" + id) : id;
  }

  private static String within64(String id) {
    return id.length() <= 64 ? id : id.substring(0, 64);
  }

  private void put(Grading grading, Cell cell) {
    if (!ids.add(grading.id())) {
      throw new NablaException(
          "the id " + grading.id() + " is there twice. Give one of them another name.");
    }
    cells.add(grading.on(cell));
  }

  /** The cell with a stub in the place of every answer and every solution. */
  private static Cell written(Marked cell) {
    boolean code = cell.cell().isCode();
    Iterator<Marked.Answer> answers = cell.answers().iterator();
    List<String> lines = new ArrayList<>();
    Kind before = Kind.PLAIN;
    for (int i = 0; i < cell.lines().size(); i++) {
      Marked.Line line = cell.lines().get(i);
      // Behind the last answer stand checks, which get cells of their own, or the model answer.
      boolean behind = cell.lastAnswer() >= 0 && i > cell.lastAnswer();
      if (line.kind() == Kind.ANSWER) {
        String variable = answers.next().variable();
        lines.add(code ? "var " + variable + " = \"\";   // your answer" : WORDS);
      } else if (line.kind() == Kind.SOLUTION && before != Kind.SOLUTION) {
        lines.add(code ? line.text().replaceFirst("\\S.*$", "") + CODE : "");
      } else if (line.kind() == Kind.PLAIN && !behind) {
        lines.add(line.text());
      }
      before = line.kind();
    }
    Cell bare = cell.cell().bare().withSource(String.join("\n", lines).strip());
    Cell pictured = bare.withAttachmentsOf(cell.cell());
    return cell.cell().hasTag(RAISES) ? pictured.withMetadata(raises()) : pictured;
  }

  private static JsonObject raises() {
    JsonArray tags = new JsonArray();
    tags.add(RAISES);
    JsonObject metadata = new JsonObject();
    metadata.add("tags", tags);
    return metadata;
  }
}
