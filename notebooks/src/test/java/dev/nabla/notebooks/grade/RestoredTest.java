package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoredTest {
  private final Sheet sheet = Sheet.of(Classroom.sheet(), false);
  private final Notebook work = Classroom.work(Classroom.quoted(Classroom.RIGHT));
  private final List<Cell> cells = new ArrayList<>(work.cells());

  private Restored restored() {
    return Restored.of(sheet, work.with(cells));
  }

  private List<String> sources() {
    return restored().parts().stream().map(Restored.Part::source).toList();
  }

  private int place(String start) {
    return cells.indexOf(
        cells.stream().filter(cell -> cell.source().startsWith(start)).findFirst().orElseThrow());
  }

  private void replace(String start, String source) {
    int place = place(start);
    cells.set(place, cells.get(place).withSource(source));
  }

  @Test
  void should_take_work_as_it_is() {
    assertThat(restored().notes()).isEmpty();
    assertThat(sources()).hasSize(9).element(2).isEqualTo("var S1 = \"5 -1; 1 -2\";");
    assertThat(sheet.points()).isEqualTo(7);
  }

  @Test
  void should_put_the_originals_in_the_place_of_edited_cells() {
    List<String> before = sources();
    replace("check(\"2 dW2\"", "\"2\"");
    replace("var net", "var net = null;");

    assertThat(sources()).isEqualTo(before);
    assertThat(restored().notes())
        .containsExactly(
            "Cell given was changed; the original was graded.",
            "The check of 2 dW2 was changed; the original was graded.");
  }

  @Test
  void should_see_that_all_checks_are_of_the_other_release() {
    Sheet sealed = Sheet.of(Classroom.sheet(), true);

    assertThat(Restored.of(sealed, work).notes())
        .containsExactly("This is of a release that is not sealed, but was graded with --sealed.");
    for (String check : List.of("S1", "dW2", "dW1")) {
      assertThat(restored().notes()).doesNotContain(Restored.SEALED);
      replace("check(\"2 " + check, "receipt(\"2 " + check + "\", " + check + ")");
    }
    assertThat(restored().notes()).containsExactly(Restored.SEALED);
  }

  @Test
  void should_put_deleted_cells_back() {
    List<String> before = sources();
    cells.remove(place("check(\"2 S1\""));
    cells.remove(place("var net"));

    assertThat(sources()).isEqualTo(before);
    assertThat(restored().notes())
        .containsExactly(
            "Cell given is missing; it was put in.",
            "The check of 2 S1 is missing; it was put in.");
  }

  @Test
  void should_take_a_deleted_answer_for_an_empty_one() {
    cells.remove(place("var dW1"));

    assertThat(sources()).contains("var dW1 = \"\";   // your answer");
    assertThat(restored().notes())
        .containsExactly("The cell of 2 dW1 was deleted; it counts as empty.");
  }

  @Test
  void should_let_the_last_of_several_copies_count() {
    Cell copy = cells.get(place("var dW1")).withSource("var dW1 = \"later\";");
    cells.add(copy);

    List<String> sources = sources();
    assertThat(sources.indexOf("var dW1 = \"later\";"))
        .isGreaterThan(sources.indexOf("var dW1 = \"3.5 7; 10.5 21\";"))
        .isLessThan(sources.indexOf("check(\"2 dW1\", dW1).points(2)"));
    assertThat(restored().notes())
        .containsExactly("The cell of 2 dW1 is there 2 times; the last one counts.");
  }

  @Test
  void should_take_code_that_was_turned_into_words_for_code() {
    int place = place("var dW2");
    Cell words =
        Cell.markdown("dW2", cells.get(place).source()).withMetadata(cells.get(place).metadata());
    List<String> before = sources();
    cells.set(place, words);

    assertThat(sources()).isEqualTo(before);
    assertThat(restored().notes())
        .containsExactly(
            "The cell of 2 dW2 was turned from code into markdown; it was taken as code.");
  }

  @Test
  void should_bring_cells_back_into_order_with_those_of_the_student_behind_their_neighbors() {
    cells.add(place("var net") + 1, Cell.code("own", "var mine = 1;"));
    List<String> before = sources();
    Collections.swap(cells, place("var S1"), place("var dW1"));

    assertThat(sources()).isEqualTo(before);
    assertThat(before.indexOf("var mine = 1;")).isEqualTo(1);
    assertThat(restored().notes())
        .containsExactly(
            "Cells stood in another order; they were graded in the order of the sheet.");
  }

  @Test
  void should_leave_out_what_was_given_for_another_sheet() {
    cells.add(
        1,
        cells
            .get(place("var net"))
            .withId("old")
            .withMetadata(lockedAs("old"))
            .withSource("old()"));

    assertThat(sources()).doesNotContain("old()");
    assertThat(restored().notes())
        .containsExactly("Cell old is not of this sheet; it was left out.");
  }

  private static JsonObject lockedAs(String id) {
    JsonObject grading = new JsonObject();
    grading.addProperty("grade_id", id);
    grading.addProperty("locked", true);
    JsonObject metadata = new JsonObject();
    metadata.add("nbgrader", grading);
    return metadata;
  }

  @Test
  void should_know_cells_by_their_ids_where_an_editor_has_lost_the_metadata() {
    List<String> before = sources();
    cells.replaceAll(cell -> cell.withMetadata(new JsonObject()));

    assertThat(sources()).isEqualTo(before);
    assertThat(restored().notes()).isEmpty();
  }
}
