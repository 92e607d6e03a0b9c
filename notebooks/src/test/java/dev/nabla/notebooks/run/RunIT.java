package dev.nabla.notebooks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {
  @TempDir Path folder;

  private Path notebook(String name, String... cells) throws IOException {
    List<Cell> all = new java.util.ArrayList<>();
    all.add(Cell.markdown("title", "# A *title* with $x^2$ and <u>html</u>\n\n- one\n- two"));
    for (String source : cells) {
      all.add(Cell.code("c" + all.size(), source));
    }
    Path file = folder.resolve(name);
    NotebookFile.write(file, Notebook.of(all));
    return file;
  }

  @Test
  void should_execute_and_write_notebook_and_page() throws Exception {
    Path file =
        notebook(
            "größe und Maß.ipynb",
            "System.out.println(\"<printed>\");\nmatrix(\"1 2; 3 4\")",
            "System.err.println(1);\nSystem.err.println(2);",
            "java.nio.file.Files.exists(java.nio.file.Path.of(\"größe und Maß.ipynb\"))");

    Tool run =
        Tool.nabla(
            Path.of("/"),
            "run",
            file,
            "--out",
            folder.resolve("out dir"),
            "--html",
            folder.resolve("web"));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("[1/3] c1", "[3/3] c3", "3 cells", "1 file ran without errors");
    Notebook executed = NotebookFile.read(folder.resolve("out dir/größe und Maß.ipynb"));
    assertThat(executed.cell("c1").outputs().toString())
        .contains("<printed>\\n", "execute_result", "text/html", "[\"2 x 2\\n\"");
    assertThat(executed.cell("c2").outputs()).hasSize(1);
    assertThat(executed.cell("c2").outputs().toString()).contains("[\"1\\n\",\"2\\n\"]", "stderr");
    assertThat(executed.cell("c3").outputs().toString()).contains("true");
    assertThat(folder.resolve("web/größe und Maß.html"))
        .content()
        .contains("<h1>A <i>title</i> with <i>x</i><sup>2</sup> and &lt;u&gt;html&lt;/u&gt;</h1>")
        .contains("&lt;printed&gt;", "<table", "default-src 'none'", "<li>two</li>")
        .doesNotContain("<printed>");
  }

  @Test
  void should_run_scripts_and_programs() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("s.jsh"), "var W = matrix(\"1 2\");\n// %%\nW.mult(W.transpose())\n");
    Path program =
        Files.writeString(
            folder.resolve("P.java"),
            "package p;\nimport static dev.nabla.Nabla.*;\npublic class P {\n  public static void main(String[] a) {\n"
                + "    System.out.println(\"from main: \" + row(1, 2).getNumCols());\n  }\n}\n");

    Tool run = Tool.nabla(folder, "run", script, program, "--out", "out");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("\n5.0\n", "\nfrom main: 2\n", "2 files ran without errors");
    assertThat(folder.resolve("out/s.ipynb")).content().contains("5.0");
    assertThat(folder.resolve("out/P.ipynb")).content().contains("from main: 2");
  }

  @Test
  void should_show_of_a_script_what_a_notebook_shows() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("s.jsh"),
            "var A = matrix(\"1 2; 3 4\");\nshow(A);\nA.mult(row(1, 2, 3))\n");

    Tool run = Tool.nabla(folder, "run", "-q", script);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("A - 2 x 2\n   1  2\n1  1  2\n2  3  4\n1 file, 1 failed\n");
    assertThat(run.err())
        .contains(
            "s.jsh, cell 1 (cell-1): A.mult(", "must match the rows of the right.\n  3:1 | A.")
        .doesNotContain("compatible dimensions");
  }

  @Test
  void should_tell_the_cell_that_failed_and_go_on_with_the_next_file() throws Exception {
    Path bad = notebook("bad.ipynb", "int a = 1;", "matrix(\"1 2; 3\")", "a");
    Path killed =
        notebook(
            "killed.ipynb",
            "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();",
            "1");
    Path loops = notebook("loops.ipynb", "while (true) {}", "2");
    Path cut = Files.writeString(folder.resolve("cut.ipynb"), "{\"nbformat\": 4, \"cells\": [");
    Path good = notebook("good.ipynb", "1 + 1");

    Tool run =
        Tool.nabla(
            folder, "run", "--json", "--timeout", 30, bad, killed, loops, cut, "none.ipynb", good);

    assertThat(run.status()).isEqualTo(1);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.get("ok").getAsBoolean()).isFalse();
    assertThat(json.getAsJsonArray("files"))
        .extracting(file -> file.getAsJsonObject().get("ok").getAsBoolean())
        .containsExactly(false, false, false, false, false, true);
    assertThat(run.err())
        .contains("bad.ipynb, cell 2 (c2): matrix: row 2 has 1 entry, row 1 has 2.")
        .contains("killed.ipynb, cell 1 (c1): the kernel ended before it answered")
        .contains("loops.ipynb, cell 1 (c1): stopped after 30 s")
        .contains("cut.ipynb: the notebook is cut off: its JSON ends too early.")
        .contains("none.ipynb: there is no such file.");
    assertThat(json.getAsJsonArray("files").get(0).getAsJsonObject().getAsJsonArray("cells"))
        .hasSize(2);
  }

  @Test
  void should_run_a_folder_and_say_so_where_it_is_empty() throws Exception {
    notebook("sheets/a.ipynb", "1");
    Files.createDirectory(folder.resolve("empty"));

    Tool run = Tool.nabla(folder, "run", "-q", "sheets");
    Tool empty = Tool.nabla(folder, "run", "empty");

    assertThat(run.out()).isEqualTo("1 file ran without errors\n");
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).isEqualTo("empty: there is no notebook in this folder.\n");
    assertThat(Tool.nabla(folder, "run").status()).isEqualTo(2);
    assertThat(Tool.nabla(folder, "run", "--help").out()).contains("--timeout=SECONDS");
  }

  /** 60 MB come, of which half is kept, and the next cell runs as ever. */
  @Test
  void should_leave_out_the_rest_of_a_flood() throws Exception {
    Path file =
        notebook(
            "flood.ipynb", "for (int i = 0; i < 600; i++) show(\"x\".repeat(100_000));", "1 + 1");

    Tool run = Tool.nabla(folder, "run", "-q", file, "--out", "out");

    assertThat(run.status()).as(run.err()).isZero();
    Notebook executed = NotebookFile.read(folder.resolve("out/flood.ipynb"));
    assertThat(executed.cell("c1").outputs().toString())
        .hasSizeBetween(20 << 20, 33 << 20)
        .endsWith("this cell shows more than 32 MB ...\\n\"]}]");
    assertThat(executed.cell("c2").outputs().toString()).contains("\"2\"");
  }
}
