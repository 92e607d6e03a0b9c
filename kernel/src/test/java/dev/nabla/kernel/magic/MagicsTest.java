package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the magics say, word for word. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MagicsTest {
  @TempDir private Path folder;
  private static Cells cells;

  @BeforeAll
  static void open() {
    cells = new Cells();
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @AfterEach
  void reset() {
    cells.run("%seed\n%precision\n%reset");
  }

  /** Says what stands behind it, and whether its option was given. */
  private static final class Echo implements Magic {
    @Override
    public String name() {
      return "echo";
    }

    @Override
    public Manual manual() {
      return new Manual("Says a text.", "%echo [-n] TEXT").option("-n", "", "loud");
    }

    @Override
    public boolean takesText() {
      return true;
    }

    @Override
    public Outcome run(Invocation invocation) {
      System.out.println("[" + invocation.text() + "] " + invocation.has("-n"));
      return new Outcome.Nothing();
    }
  }

  @Test
  void should_take_text_as_it_is_typed() {
    try (Cells own = new Cells()) {
      own.registry.add(new Echo());

      assertThat(own.run("%echo a -b  'c -n ")).isEqualTo("[a -b  'c -n] false\n");
      assertThat(own.run("%echo -n a -n")).isEqualTo("[a -n] true\n");
      assertThat(own.run("%echo")).isEqualTo("[] false\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean yes = true;\n!yes",
        "int n = 7\n  % 4;\nn == 4",
        "String text = \"\"\"\n%time\n%%bash\n\"\"\";\n!text.contains(\"%time\")",
        "// %time is only a comment\n/*\n%time\n*/\nfalse",
      })
  void should_leave_java_alone_that_has_such_signs(String source) {
    assertThat(cells.run(source)).isEqualTo("false\n");
  }

  @Test
  void should_run_magics_between_lines_of_java() {
    assertThat(cells.run("int a = 1;\n// a comment\n%precision 5\nint b = a + 1;\n%precision\nb"))
        .isEqualTo("Tables round to 5 decimals.\nTables round as usual again.\n2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%mavn x | there is no magic %mavn. Did you mean %maven? %lsmagic lists them all. | 1:1 | ^^^^^",
        "%%bahs\\nls | there is no magic %%bahs. Did you mean %%bash? %lsmagic lists them all. | 1:1 | ^^^^^^",
        "%xyzzy? | there is no magic %xyzzy. %lsmagic lists them all. | 1:1 | ^^^^^^^",
        "%help mavn | %help: there is no magic %mavn. Did you mean %maven? %lsmagic lists them all. | 1:7 | ^^^^",
        "int i;\\n %bash | %bash: it takes a whole cell. Write %%bash on its first line, the rest below. | 2:2 | ^^^^^",
        "%%maven\\nx | %%maven: it takes one line, not a cell. Write %maven. | 1:1 | ^^^^^^^",
        "%%bash\\n | %%bash: the cell is empty below its first line. | 1:1 | ^^^^^^",
        "%maven | %maven: write which library, such as %maven org.knowm.xchart:xchart:4.0.3 | 1:1 | ^^^^^^",
        "%maven a:b | %maven: a:b lacks a version. Write a:b:VERSION. | 1:8 | ^^^",
        "%maven junit | %maven: junit is not GROUP:ARTIFACT:VERSION, and no POM file, which ends in .xml. | 1:8 | ^^^^^",
        "%maven --ofline a:b:1 | %maven: there is no option --ofline. Did you mean --offline? | 1:8 | ^^^^^^^^",
        "%maven a:b:1 --repo | %maven: write --repo URL with a value for URL. | 1:14 | ^^^^^^",
        "%maven --repo nowhere a:b:1 | %maven: nowhere is neither a URL nor a folder. | 1:15 | ^^^^^^^",
        "%vars -x | %vars: there is no option -x. It has none. | 1:7 | ^^",
        "%time | %time: write the Java code to time behind it. | 1:1 | ^^^^^",
        "%timeit | %timeit: write the Java code to measure behind it. | 1:1 | ^^^^^^^",
        "%timeit -n x 1 | %timeit: x is not a whole number from 1. | 1:12 | ^",
        "%timeit -r 2 1 | %timeit: 2 is not a whole number from 6 to 1000. | 1:12 | ^",
        "%timeit int f() { return 1; } | %timeit: it measures expressions and statements; declare imports, methods and classes before. | 1:1 | ^^^^^^^",
        "%precision 99 | %precision: 99 is not a whole number from 0 to 17. | 1:12 | ^^",
        "%precision -1 | %precision: -1 is not a whole number from 0 to 17. | 1:12 | ^^",
        "%seed one | %seed: one is not a whole number. | 1:7 | ^^^",
        "int known;\\n%reset knwon | %reset: no cell has declared knwon. Did you mean known? | 2:8 | ^^^^^",
        "%reset nothing | %reset: no cell has declared nothing. %vars lists the variables. | 1:8 | ^^^^^^^",
        "%load | %load: write which file, such as %load helpers.jshell | 1:1 | ^^^^^",
        "%jars | %jars: write which jars, such as %jars lib/*.jar | 1:1 | ^^^^^",
        "%jars src/*.jar | %jars: no file fits src/*.jar. | 1:7 | ^^^^^^^^^",
        "%jars pom.xml | %jars: pom.xml is no jar. | 1:7 | ^^^^^^^",
        "%classpath pom.xml | %classpath: pom.xml is no folder. A jar comes with %jars. | 1:12 | ^^^^^^^",
        "%load src | %load: src is a folder. | 1:7 | ^^^",
      })
  void should_say_what_was_typed_wrong_and_where(
      String source, String reason, String place, String mark) {
    String cell = source.replace("\\n", "\n");
    int line = Integer.parseInt(place.substring(0, place.indexOf(':')));
    int column = Integer.parseInt(place.substring(place.indexOf(':') + 1));
    String gutter = "  " + place + " | ";

    assertThat(cells.run(cell))
        .isEqualTo(
            "Line "
                + line
                + ": "
                + reason
                + "\n"
                + gutter
                + cell.lines().toList().get(line - 1)
                + "\n"
                + " ".repeat(gutter.length() - 2)
                + "| "
                + " ".repeat(column - 1)
                + mark
                + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "jars", "classpath"})
  void should_say_where_it_has_looked_for_a_file(String magic) {
    assertThat(cells.run("%" + magic + " " + folder + "/none.jar"))
        .startsWith("Line 1: %" + magic + ": there is no none.jar in " + folder + ".\n");
  }

  @Test
  void should_list_variables_with_shapes() {
    assertThat(cells.run("%vars")).isEqualTo("There are no variables.\n");
    cells.run("var W = matrix(\"1 2.5 3; 4 5 6\");\nint n = 3;");
    int first = cells.number();
    cells.run("class Bad { public String toString() { throw new IllegalStateException(); } }");
    cells.run(
        """
        double[][] rows = new double[2][3];
        var list = List.of(1, 2);
        Object none = null;
        int[] one = {7};
        String word = "two\\nlines";
        var net = net(2).layer(1);
        double[] many = new double[1000000];
        var bad = new Bad();
        """);
    int second = cells.number();

    assertThat(cells.run("%vars").lines().map(line -> line.stripTrailing()))
        .containsExactly(
            "10 variables",
            "name  type           shape            value                                             cell",
            row("W     SimpleMatrix   2 x 3            1 2.5 3; 4 5 6", first),
            row("n     int                             3", first),
            row("rows  double[][]     2 x 3            {{0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}}", second),
            row("list  List<Integer>  2 entries        [1, 2]", second),
            row("none  Object                          null", second),
            row("one   int[]          1 entry          {7}", second),
            row("word  String                          two", second),
            row(
                "net   Network                         net: 2 inputs -> 1; weights random(1)",
                second),
            row(
                "many  double[]       1000000 entries  {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,...",
                second),
            row(
                "bad   Bad                             (it cannot be shown: IllegalStateException)",
                second));
  }

  private static String row(String row, int cell) {
    return String.format(Locale.ROOT, "%-88s%4d", row, cell);
  }

  @Test
  void should_forget_what_it_is_told_to() {
    cells.run("var relu = 5; int two() { return 2; } class Three {} int four = 4;");

    assertThat(cells.run("%reset relu two")).isEqualTo("Forgot relu, two.\n");
    assertThat(cells.run("relu")).startsWith("relu");
    assertThat(cells.run("four")).isEqualTo("4\n");
    assertThat(cells.run("%reset")).isEqualTo("Forgot Three, four.\n");
    assertThat(cells.run("four")).startsWith("Line 1: four is not there.");
    assertThat(cells.run("%reset")).isEqualTo("There was nothing to forget.\n");
    assertThat(cells.run("List.of(row(1, 2).getNumCols()).get(0)")).isEqualTo("2\n");
  }

  @Test
  void should_round_tables_to_other_decimals() {
    assertThat(cells.run("%precision 2\nmatrix(\"1 2\").divide(3)")).endsWith("1  0.33  0.67\n");
    assertThat(cells.run("%precision\nmatrix(\"1 2\").divide(3)")).endsWith("1  0.3333  0.6667\n");
  }

  @Test
  void should_set_the_seed_of_later_nets_and_of_no_other() {
    cells.run("var before = net(2).layer(3);\nvar said = net(2).layer(3).random(5);");

    assertThat(cells.run("%seed 5")).isEqualTo("Nets start from random(5).\n");
    cells.run("var first = net(2).layer(3); var second = net(2).layer(3);");
    assertThat(cells.run("first.W(1).isIdentical(said.W(1), 0)")).isEqualTo("true\n");
    assertThat(cells.run("second.W(1).isIdentical(said.W(1), 0)")).isEqualTo("true\n");
    assertThat(cells.run("%seed")).isEqualTo("Nets start from random(1).\n");
    assertThat(cells.run("before.W(1).isIdentical(net(2).layer(3).random(1).W(1), 0)"))
        .isEqualTo("true\n");
  }

  @Test
  void should_time_code_as_if_the_magic_were_not_there() {
    assertThat(cells.run("%time int t = 20 + 1;\nt * 2"))
        .matches("ran [\\d.]+ (ns|µs|ms|s), compiled [\\d.]+ (µs|ms|s)\n42\n");
    assertThat(cells.run("%%time\nint u = t;\nu + 1"))
        .matches("ran [\\d.]+ (ns|µs|ms|s), compiled [\\d.]+ (µs|ms|s)\n22\n");
    assertThat(cells.run("%time -t")).endsWith("\n-21\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"time", "timeit", "timeit -n 2"})
  void should_point_at_errors_in_the_code_behind_a_magic(String magic) {
    String line = "%" + magic + " int wrong = \"x\";";
    int column = line.indexOf('"') + 1;

    assertThat(cells.run("int first;\n" + line))
        .contains("\n  2:" + column + " | " + line + "\n")
        .endsWith(" ".repeat(column - 1) + "^^^\n");
  }

  @Test
  void should_measure_expressions_and_statements() {
    String measured =
        "[\\d.]+ (ns|µs|ms) per run, between [\\d.]+ (ns|µs|ms) and [\\d.]+ (ns|µs|ms)"
            + " \\(95 %; 6 batches of 3 runs\\)\n";
    cells.run("int calls = 0; int call() { return calls++; }");

    assertThat(cells.run("%timeit -n 3 -r 6 call()")).matches(measured);
    assertThat(Integer.parseInt(cells.run("calls").strip())).isEqualTo(1 + 3 + 6 * 3);
    assertThat(cells.run("%timeit -n 3 -r 6 int s = 0; for (int i = 0; i < 9; i++) s += i;"))
        .matches(measured);
    assertThat(cells.run("%%timeit -n 3 -r 6\nint s = 0;\ns += call();")).matches(measured);
    assertThat(cells.run("%timeit -n 1 -r 6 call() // a comment\nlast instanceof Object"))
        .endsWith("6 batches of 1 run)\ntrue\n");
  }

  @Test
  void should_say_that_a_later_run_failed() {
    cells.run(
        "int left = 4; int down() { if (left-- == 0) throw new IllegalStateException(\"no more\"); return left; }");

    assertThat(cells.run("%timeit -n 3 -r 6 down()"))
        .isEqualTo("%timeit: a later run failed. IllegalStateException: no more\n");
  }

  @Test
  void should_run_scripts_notebooks_and_java_files() throws Exception {
    Path script = Files.writeString(folder.resolve("a.jshell"), "int a = 1;\n%precision 4\na + 1");
    Path java =
        Files.writeString(
            folder.resolve("Point.java"),
            "package some.where;\n\nimport java.util.*;\n\npublic class Point {\n"
                + "  public static void main(String[] args) {}\n  int x = 40;\n}\n");
    Path notebook =
        Files.writeString(
            folder.resolve("with blanks.ipynb"),
            """
            {"cells": [
              {"cell_type": "markdown", "source": "int never = \\"x\\";"},
              {"cell_type": "code", "source": ["int b = 3;\\n", "b += a;"]},
              {"cell_type": "code", "source": "b + new Point().x"}],
             "metadata": {"kernelspec": {"language": "java"}}, "nbformat": 4}
            """);

    assertThat(cells.run("%load " + script)).isEqualTo("Tables round to 4 decimals.\n2\n");
    assertThat(cells.run("%load " + java)).isEmpty();
    assertThat(cells.run("%load \"" + notebook + "\"")).isEqualTo("44\n");
  }

  @Test
  void should_say_where_in_a_file_it_went_wrong() throws Exception {
    Path script = Files.writeString(folder.resolve("bad.jshell"), "int ok = 1;\nint no = \"x\";\n");
    Path notebook =
        Files.writeString(
            folder.resolve("bad.ipynb"),
            """
            {"cells": [{"cell_type": "code", "source": "int c = 1;"},
                       {"cell_type": "code", "source": "c = 1 / 0;"}], "metadata": {}}
            """);
    Path itself = folder.resolve("self.jsh");
    Files.writeString(itself, "%load " + itself);
    Path python = folder.resolve("python.ipynb");
    Files.writeString(
        python, "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}");
    Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": 3}");
    Path bytes = Files.write(folder.resolve("bytes.jsh"), new byte[] {(byte) 0xff, 0});

    assertThat(cells.run("%load " + script))
        .startsWith("In bad.jshell:\nLine 2: ")
        .contains("  2:10 | int no = \"x\";\n");
    assertThat(cells.run("%load " + notebook)).startsWith("In bad.ipynb, code cell 2:\nLine 1: ");
    assertThat(cells.run("%load " + itself)).contains(": %load: " + itself + " loads itself.");
    assertThat(cells.run("%load " + python))
        .startsWith("Line 1: %load: " + python + " is a notebook in python, not in Java.\n");
    assertThat(cells.run("%load " + broken))
        .startsWith("Line 1: %load: " + broken + " is not a notebook that can be read.\n");
    assertThat(cells.run("%load " + bytes))
        .startsWith("Line 1: %load: " + bytes + " is not a text in UTF-8.\n");
  }

  @Test
  void should_show_a_cell_as_another_format() {
    for (String name : new String[] {"html", "markdown", "latex", "svg"}) {
      assertThat(cells.run("%%" + name + "\n<b>x</b>")).isEqualTo("<b>x</b>\n");
    }
    assertThat(Markup.SVG.type()).isEqualTo("image/svg+xml");
  }

  @Test
  void should_tell_how_a_magic_is_used() {
    String manual =
        """
        Measures how long Java code takes, by running it many times.

          %timeit [-n LOOPS] [-r BATCHES] CODE
          %%timeit [-n LOOPS] [-r BATCHES]

          -n LOOPS    runs in one batch; unsaid, so many that a batch takes 10 ms
          -r BATCHES  batches, 6 to 1000; unsaid 25, fewer if that takes too long

        """;

    assertThat(cells.run("%timeit?"))
        .startsWith(manual)
        .endsWith("\nExample:\n\n  %timeit W.mult(X)\n");
    assertThat(cells.run("%help timeit")).isEqualTo(cells.run("%timeit?"));
    assertThat(cells.run("%help %timeit")).isEqualTo(cells.run("%timeit?"));
    assertThat(cells.run("%help")).isEqualTo(cells.run("%lsmagic"));
  }
}
