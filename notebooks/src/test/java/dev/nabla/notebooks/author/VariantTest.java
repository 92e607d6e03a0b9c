package dev.nabla.notebooks.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantTest {
  @TempDir Path folder;

  @Test
  void should_change_the_one_line_that_says_which() {
    Notebook source =
        Notebook.of(
            List.of(
                Cell.markdown("m", "var variant = 1;"),
                Cell.code("c", "int a = 1;\nvar variant = 1;   // which\nnumbers(variant)")));

    assertThat(Variant.of(source, 42).cells())
        .extracting(Cell::source)
        .containsExactly(
            "var variant = 1;", "int a = 1;\nvar variant = 42;   // which\nnumbers(variant)");
    assertThatThrownBy(() -> Variant.of(source.with(source.cells().subList(0, 1)), 1))
        .hasMessage(
            "no line of it says var variant = 1; so there is nothing to vary. Write such a line, and"
                + " take the data from numbers(variant).");
    Cell code = source.cells().get(1);
    assertThatThrownBy(() -> Variant.of(source.with(List.of(code, code)), 1))
        .hasMessage("2 lines of it say var variant = 1; Write it once.");
  }

  @Test
  void should_give_everybody_numbers_of_their_own_again_and_again() {
    Set<Integer> numbers = new HashSet<>();
    for (int student = 0; student < 300; student++) {
      numbers.add(Variant.number(7, "s" + student, 0));
    }

    assertThat(numbers).hasSize(300).allMatch(number -> number >= 1 && number <= 1_000_000_000);
    assertThat(Variant.number(7, "ada", 0)).isEqualTo(Variant.number(7, "ada", 0));
    assertThat(Variant.number(7, "ada", 0)).isNotEqualTo(Variant.number(8, "ada", 0));
    assertThat(Variant.number(7, "ada", 0)).isNotEqualTo(Variant.number(7, "ada", 1));
  }

  @Test
  void should_read_a_class() throws IOException {
    assertThat(students("ada\nözil\n\n")).containsExactly("ada", "özil");
    assertThat(students("\uFEFFlast_name;id\n\"Love;lace\";ada\nNoether;\"emmy\"\n"))
        .containsExactly("ada", "emmy");
    assertThat(students("student_id,email\n7,a@b\n")).containsExactly("7");
    assertThatThrownBy(() -> students("")).hasMessageEndingWith("there are no students in it.");
    assertThatThrownBy(() -> students("ada\nada\n"))
        .hasMessageEndingWith("the id ada is there twice.");
    assertThatThrownBy(() -> students("../x\n"))
        .hasMessageEndingWith(
            "the id \"../x\" cannot name a folder. Use letters, digits and . _ - @");
  }

  private List<String> students(String text) throws IOException {
    return Students.read(Files.writeString(folder.resolve("students.csv"), text));
  }

  @Test
  void should_show_the_solution_without_markers() {
    Notebook worked =
        Worked.of(
            Notebook.of(
                List.of(
                    Cell.code("a", "var a = 1;   // ANSWER 1-a points=1\ncheck(\"1 a\", a)"),
                    Cell.code("b", "// BEGIN HIDDEN TESTS\nx\n// END HIDDEN TESTS"),
                    Cell.markdown(
                        "c",
                        "<!-- ANSWER 1-b points=1 -->\n<!-- BEGIN SOLUTION -->\nYes.\n<!-- END SOLUTION -->"))));

    assertThat(worked.cells())
        .extracting(Cell::source)
        .containsExactly("var a = 1;\ncheck(\"1 a\", a)", "Yes.");
  }
}
