package dev.nabla.notebooks.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.run.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintIT {
  @TempDir Path folder;

  private List<String> findings(int status, String... cells) throws Exception {
    List<Cell> all = new ArrayList<>();
    for (String source : cells) {
      all.add(Cell.code("c" + (all.size() + 1), source));
    }
    Path file = folder.resolve("sheet.ipynb");
    NotebookFile.write(file, Notebook.of(all));
    Tool lint = Tool.nabla(folder, "lint", "--json", file);
    assertThat(lint.status()).as(lint.err()).isEqualTo(status);
    JsonObject json = JsonParser.parseString(lint.out()).getAsJsonObject();
    assertThat(json.get("ok").getAsBoolean()).isEqualTo(status == 0);
    List<String> findings = new ArrayList<>();
    for (JsonElement each :
        json.getAsJsonArray("files").get(0).getAsJsonObject().getAsJsonArray("findings")) {
      JsonObject finding = each.getAsJsonObject();
      findings.add(
          finding.get("level").getAsString()
              + " "
              + finding.get("cell").getAsString()
              + ": "
              + finding.get("words").getAsString());
    }
    return findings;
  }

  @Test
  void should_see_wrong_solutions_and_student_versions_that_do_not_run() throws Exception {
    assertThat(
            findings(
                1,
                "var X = matrix(\"2 2; -1 3\"); var Y = row(1, 7);\n"
                    + "var net = net().layer(matrix(\"-2 2; 2 1; -1 1\"), relu).layer(row(-1, 1, -2)).loss(squaredError.half());\n"
                    + "exercise(\"1\", net.forward(X).backward(Y))",
                "// BEGIN SOLUTION\nvar back = net.forward(X).backward(Y);\n// END SOLUTION",
                "var dW1 = back.dW(1).transpose();   // ANSWER 1-dW1 points=2\ncheck(\"1 dW1\", dW1)",
                "show(back)"))
        .contains(
            "error 1-dW1: the solution is refused: Your dW1 is the transpose of dL/dW1."
                + " W1 is 3 x 2; which shape must its gradient have?")
        .anyMatch(
            finding ->
                finding.startsWith("error c4: in the student version it fails: ")
                    && finding.endsWith(
                        "Does it need a variable of a solution? What stands below it was not looked"
                            + " at."));
  }

  @Test
  void should_name_one_cause_once() throws Exception {
    assertThat(
            findings(
                1,
                "var target = row(2, -1, 1)",
                "var X = nowhere;",
                "var p = X.plus(1);",
                "exercise(\"1\").asks(\"p\", p);",
                "var q = p;   // ANSWER 1-p points=1\ncheck(\"1 p\", q)"))
        .containsExactly(
            "error c2: it fails: Line 1: nowhere is not there. Run the cell that declares it, or"
                + " declare it: var nowhere = ...; What stands below it was not looked at.");
  }

  @Test
  void should_print_findings_however_quiet() throws Exception {
    Files.writeString(folder.resolve("s.jsh"), "var a = 1;   // ANSWER 1-a points=1");

    Tool lint = Tool.nabla(folder, "lint", "-q", "s.jsh");

    assertThat(lint.status()).isEqualTo(1);
    assertThat(lint.err()).isEmpty();
    assertThat(lint.out())
        .isEqualTo(
            "s.jsh: error: cell answer-1-a: nothing judges 1-a. Write check(\"...\", a) below"
                + " it.\n");
  }

  /** The numbers are chosen so that each is poor: all units at rest, one at the kink, a third. */
  @Test
  void should_warn_of_poor_numbers() throws Exception {
    assertThat(
            findings(
                0,
                "var net = net().layer(matrix(\"-1 0; 1 -1\"), relu).layer(row(1, 1)).loss(squaredError.half());\n"
                    + "exercise(\"1\", net.forward(matrix(\"1; 1\")).backward(row(3)));\n"
                    + "exercise(\"2\").asks(\"third\", 1 / 3.0)",
                "var dW1 = \"0 0; 0 0\";   // ANSWER 1-dW1 points=2\n"
                    + "var third = 1 / 3.0;   // ANSWER 2-third points=1\n"
                    + "show(check(\"1 dW1\", dW1), check(\"2 third\", third))"))
        .contains(
            "warning 1-dW1: dW1 is all zero: a dead gradient, which every second mistake gives too.",
            "warning 1-dW1: S1[2,1] is 0, where relu has a kink: its slope there is a matter of taste.",
            "note : more than 4 decimals: 2-third. Tell students to how many they round.")
        .anyMatch(
            finding ->
                finding.startsWith("note 1-dW1: with these numbers it cannot detect: ")
                    && finding.contains("target-forgotten"))
        .noneMatch(finding -> finding.startsWith("error"));
  }

  /** With one example 1/N is 1, so a forgotten mean cannot be seen. */
  @Test
  void should_say_which_mistakes_cannot_be_seen() throws Exception {
    assertThat(
            findings(
                0,
                "var net = net().layer(matrix(\"2 1; -1 3\"), relu).layer(row(2, -3)).loss(squaredError.half().mean());\n"
                    + "exercise(\"1\", net.forward(matrix(\"1; 2\")).backward(row(3)))",
                "var dW1 = net.forward(matrix(\"1; 2\")).backward(row(3)).dW(1);   // ANSWER 1-dW1 points=2\n"
                    + "check(\"1 dW1\", dW1)"))
        .anyMatch(
            finding ->
                finding.startsWith("note 1-dW1: with these numbers it cannot detect: ")
                    && finding.contains("mean-forgotten"))
        .noneMatch(finding -> finding.startsWith("error"));
  }
}
