package dev.nabla.notebooks.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The student versions that are committed: made from the sources as they are now, executed, without
 * an error. {@code notebooks/release.sh} writes them.
 */
class ReleasedIT {
  private static final Path WORKSHEETS = Path.of(System.getProperty("worksheets"));
  private static final Path RELEASED = WORKSHEETS.resolveSibling("released");

  @TempDir Path folder;

  private static List<Path> notebooks(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  void should_be_what_release_makes_of_the_sources() throws IOException {
    assertThat(notebooks(RELEASED))
        .extracting(Path::getFileName)
        .containsExactlyElementsOf(notebooks(WORKSHEETS).stream().map(Path::getFileName).toList());
    for (Path source : notebooks(WORKSHEETS)) {
      Notebook committed = NotebookFile.read(RELEASED.resolve(source.getFileName()));
      List<Cell> bare =
          committed.cells().stream()
              .map(cell -> cell.bare().withMetadata(cell.metadata()))
              .toList();

      Notebook made = StudentVersion.of(NotebookFile.read(source), false);

      assertThat(committed.with(bare).text()).as(source.toString()).isEqualTo(made.text());
    }
  }

  @Test
  void should_run_without_errors_and_show_what_is_committed() throws Exception {
    Tool run = Tool.nabla(folder, "run", "-q", RELEASED, "--out", folder.resolve("out"));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    for (Path committed : notebooks(RELEASED)) {
      Path executed = folder.resolve("out").resolve(committed.getFileName());
      assertThat(Files.readString(executed))
          .as(committed.toString())
          .isEqualTo(Files.readString(committed));
    }
  }

  /** As Jupyter itself judges notebooks; it would warn of what it can mend. */
  @Test
  void should_be_valid_notebooks_of_format_4() throws Exception {
    List<String> python = new ArrayList<>(List.of("/usr/bin/python3", "-W", "error", "-c"));
    python.add("import nbformat");
    assumeTrue(Tool.run(folder, python).status() == 0, "has no nbformat");
    Tool.nabla(folder, "release", "-q", "--sealed", WORKSHEETS, "-o", folder.resolve("sealed"));
    python.set(
        python.size() - 1,
        """
        import json, nbformat, sys
        for path in sys.argv[1:]:
            with open(path) as file:
                notebook = json.load(file)
            nbformat.validate(notebook)
            print(notebook["nbformat"], notebook["nbformat_minor"], len(notebook["cells"]) > 0)
        """);
    List<Path> all = new ArrayList<>(notebooks(RELEASED));
    all.addAll(notebooks(folder.resolve("sealed")));
    all.forEach(each -> python.add(each.toString()));

    Tool validated = Tool.run(folder, python);

    assertThat(validated.err()).isEmpty();
    assertThat(validated.out().lines()).hasSize(14).containsOnly("4 5 True");
  }

  /** Nothing of the language is left that knows an answer: check finds no exercise. */
  @Test
  void should_run_sealed_without_any_exercise() throws Exception {
    Path source = WORKSHEETS.resolve("ws4.ipynb");
    Tool.nabla(folder, "release", "-q", "--sealed", source, "-o", folder.resolve("sealed"));
    Path sealed = folder.resolve("sealed/ws4.ipynb");
    Notebook notebook = NotebookFile.read(sealed);
    List<Cell> cells = new ArrayList<>(notebook.cells());
    cells.add(Cell.code("probe", "check(\"2 S1\", \"1 2\")"));
    NotebookFile.write(sealed, notebook.with(cells));

    Tool run = Tool.nabla(folder, "run", "-q", sealed);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("(probe): check: no exercise is open yet.")
        .contains("  1:1 | check(\"2 S1\", \"1 2\")")
        .doesNotContain("at dev.nabla");
  }
}
