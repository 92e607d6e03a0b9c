package dev.nabla.notebooks.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every block of code in the documents.
 *
 * <ul>
 *   <li>{@code java}: cells of a notebook, with what {@link Example} says they print. A cell may
 *       fail if a block of text behind it shows how.
 *   <li>{@code java file PATH}: a file of the sources, {@code java part}: imports and members of
 *       one. They must compile without a warning.
 *   <li>{@code sh}: a shell runs it among the files of the project; {@code sh ends with 1} fails.
 *   <li>{@code sh not run: REASON}, or {@code java}: not, for one of {@link #REASONS}.
 *   <li>{@code xml}: a piece of a POM, for people.
 *   <li>{@code text}: lines that the block before it prints; {@code text picture} is none.
 * </ul>
 *
 * Any other block is an error. {@code -Ddocument=tutorial.md} runs it alone.
 */
class DocumentsIT {
  private static final Path ROOT = Path.of(System.getProperty("worksheets"), "../..").normalize();

  /** Documents that a test of their own executes or makes. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "gallery.md", "WorksheetIT and GalleryPageTest",
          "write-an-exercise.md", "GuideIT",
          "grade.md", "GradeIT and NamesInDocumentsIT");

  /** Why a block need not run here. */
  private static final Set<String> REASONS =
      Set.of(
          "installs", // changes the machine it runs on
          "network", // downloads
          "builds", // the build runs this test
          "server", // runs until it is stopped
          "cluster", // needs machines that are not here
          "tool", // needs a program that is not here
          "jupyter"); // WorksheetIT runs notebooks through Jupyter

  /** What the examples of a document start from. */
  private static final Map<String, String> SCENE =
      Map.of(
          "magics.md",
          """
          var relu = 5; var trained = 1;
          var W = ones(2, 2); var X = W; var Y = W;
          var net = net().layer(2).loss(squaredError.mean());
          """);

  @TempDir Path folder;

  static List<Path> all() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String place : List.of("", "docs", "benchmarks", "examples", "deploy")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(place))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  static List<Path> documents() throws IOException {
    List<Path> documents = all();
    String only = System.getProperty("document", "");
    documents.removeIf(document -> ELSEWHERE.containsKey(document.getFileName().toString()));
    documents.removeIf(document -> !document.toString().matches(".*(" + only + ")"));
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void should_run_as_it_says(Path document) throws Exception {
    List<Block> blocks = Block.of(document);
    blocks.forEach(DocumentsIT::requireKnown);
    fillFolder();
    Block before = null;
    String printed = "";
    List<Block> cells = new ArrayList<>();
    for (Block block : blocks) {
      if (block.is("sh") && block.isRun()) {
        printed = shell(block);
      } else if (block.is("text") && block.isRun()) {
        assertThat(before != null && before.isRun())
            .as("shown by no block: " + block.place())
            .isTrue();
        if (before.is("sh")) {
          assertThat(printed.lines().map(String::stripTrailing))
              .as(block.place() + "\n" + printed)
              .containsSubsequence(block.text().lines().toList());
        } else {
          cells.add(block);
        }
      } else if (block.is("java") && block.isRun()) {
        cells.add(block);
      }
      before = block;
    }
    cells(document, cells);
    assertThat(Sources.of(blocks).compile(folder, ROOT)).isEmpty();
  }

  private static void requireKnown(Block block) {
    String kind = (block.language() + " " + block.remark()).strip();
    boolean known =
        kind.matches("java|java file \\S+|java part|sh|sh ends with 1|text|text picture|xml")
            || kind.matches("(java|sh) not run: \\w+") && REASONS.contains(kind.split(": ")[1]);
    assertThat(known).as("```%s is no kind of block: %s", kind, block.place()).isTrue();
  }

  /** The files of the project, and those that examples speak of. */
  private void fillFolder() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      for (Path each : files.toList()) {
        Files.createSymbolicLink(folder.resolve(each.getFileName()), each);
      }
    }
    Files.createDirectories(folder.resolve("target/classes"));
    Files.createDirectories(folder.resolve("lib"));
    Files.createSymbolicLink(
        folder.resolve("lib/some.jar"), Path.of(System.getProperty("nabla.jar")));
    Files.writeString(folder.resolve("points.csv"), "1,2\n3,4\n");
    NotebookFile.write(
        folder.resolve("helpers.ipynb"), Notebook.of(List.of(Cell.code("a", "int helped = 1;"))));
  }

  @AfterEach
  void emptyFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(each);
      }
    }
  }

  private String shell(Block block) throws Exception {
    Tool done = Tool.run(folder, List.of("bash", "-ec", NABLA + block.text()));
    assertThat(done.status())
        .as(block.place() + "\n" + done.out() + done.err())
        .isEqualTo(block.remark().equals("ends with 1") ? 1 : 0);
    return done.out() + done.err();
  }

  private static final String NABLA =
      """
      export HOME="$PWD" PATH='%1$s/bin':"$PATH"
      nabla() { java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar '%2$s' "$@"; }
      """
          .formatted(System.getProperty("java.home"), System.getProperty("nabla.jar"));

  /** Runs the blocks of Java as one notebook and compares what they print. */
  private void cells(Path document, List<Block> blocks) throws Exception {
    if (blocks.stream().noneMatch(block -> block.is("java"))) {
      return;
    }
    String name = document.getFileName().toString();
    boolean sameScene = name.equals("language.md");
    Block scene = blocks.get(0);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.code("scene", SCENE.getOrDefault(name, "// nothing")));
    for (int b = 0; b < blocks.size(); b++) {
      if (blocks.get(b).is("java")) {
        if (sameScene) {
          cells.add(Cell.code("scene-" + b, scene.text()));
        }
        List<Example> examples = Example.of(blocks.get(b).text());
        for (int e = 0; e < examples.size(); e++) {
          cells.add(Cell.code(b + "-" + e, examples.get(e).code()));
        }
      }
    }
    NotebookFile.write(folder.resolve("document.ipynb"), Notebook.of(cells));
    Tool run = Tool.nabla(folder, "run", "document.ipynb", "--keep-going", "--out", "executed");
    Path executed = folder.resolve("executed/document.ipynb");
    assertThat(executed).as(run.err()).exists();
    Notebook notebook = NotebookFile.read(executed);
    SoftAssertions all = new SoftAssertions();
    for (int b = 0; b < blocks.size(); b++) {
      if (blocks.get(b).is("java")) {
        Block next = b + 1 < blocks.size() ? blocks.get(b + 1) : null;
        compare(all, notebook, blocks.get(b), b, next != null && next.is("text") ? next : null);
      }
    }
    all.assertAll();
  }

  private static void compare(
      SoftAssertions all, Notebook notebook, Block block, int number, Block shown) {
    List<Example> examples = Example.of(block.text());
    for (int e = 0; e < examples.size(); e++) {
      Example example = examples.get(e);
      Cell cell = notebook.cell(number + "-" + e);
      Printed printed = Printed.by(cell);
      boolean isShown = shown != null && e == examples.size() - 1;
      String what = block.place() + "\n" + example.code() + "\nprints\n" + printed.text();
      boolean failed = cell.outputs().toString().contains("\"output_type\":\"error\"");
      all.assertThat(failed && !isShown).as("fails: " + what).isFalse();
      for (String promise : example.promises()) {
        all.assertThat(printed.keeps(promise)).as("not " + promise + ": " + what).isTrue();
      }
      if (isShown) {
        all.assertThat(printed.text().lines().map(String::stripTrailing))
            .as(what)
            .containsSubsequence(shown.text().lines().toList());
      }
    }
  }

  @Test
  void should_name_documents_that_exist() {
    assertThat(ELSEWHERE.keySet()).allSatisfy(n -> assertThat(ROOT.resolve("docs/" + n)).exists());
    assertThat(SCENE.keySet()).allSatisfy(n -> assertThat(ROOT.resolve("docs/" + n)).exists());
  }

  @Test
  void should_notice_a_block_of_unknown_kind_and_a_wrong_promise() throws IOException {
    Path document = Files.writeString(folder.resolve("a.md"), "```jva\n1 + 1\n```\n");
    Block unknown = Block.of(document).get(0);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> requireKnown(unknown)))
        .hasMessageContaining("```jva is no kind of block: a.md, line 1: 1 + 1");

    assertThat(Example.of("var a = 1;   // a remark\na + 1   // 2\n// 3\n\n// above\na"))
        .containsExactly(
            new Example("var a = 1;   // a remark\na + 1", List.of("2", "3")),
            new Example("\n// above\na", List.of()));

    Printed number = new Printed("0.25\n");
    assertThat(number.keeps("0.25")).isTrue();
    assertThat(number.keeps("25")).isFalse();
    assertThat(number.keeps("0.2")).isFalse();
    Printed matrix = new Printed("W - 2 x 2\n   1  2\n1  5  6\n2  7  8\n");
    assertThat(matrix.keeps("W - ... x 2")).isTrue();
    assertThat(matrix.keeps("5 6; 7 8")).isTrue();
    assertThat(matrix.keeps("7 8; 5 6")).isFalse();
    assertThat(matrix.keeps("5 7")).isFalse();
  }
}
