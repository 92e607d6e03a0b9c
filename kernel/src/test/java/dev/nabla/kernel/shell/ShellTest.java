package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShellTest {
  /**
   * The common pool has one thread on a small machine, and one cell that goes on would block it.
   */
  private static final Executor OWN_THREAD = ShellTest::start;

  private static Shell shell;
  private static int cells;
  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  static void open() {
    shell = new Shell();
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1 | 2",
        "int a1 = 3; a1 * 2 | 6",
        "int a2 = 3; // the end\\na2 = 4 // more | 4",
        "int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); } f(10) | 55",
        "class A { B b = new B(); } class B { int x = 5; } new A().b.x | 5",
        "record P(int x) {} enum Hue { U, V } sealed interface S permits T {} final class T implements S {} new P(3).x() + Hue.V.ordinal() | 4",
        "int up(int n) { return n > 3 ? n : down(n); } int down(int n) { return up(n + 1); } up(0) | 4",
        "<T> T same(T t) { return t; } same(7) | 7",
        "import java.util.zip.CRC32; new CRC32().getValue() | 0",
        "var sum = 0; for (int i = 0; i < 4; i++) { sum += i; } sum | 6",
        "List.of(1, 2, 3).stream().mapToInt(i -> i * i).sum() | 14",
        "String block = \"\"\"\\n    hello\\n    \"\"\"; block.strip() | hello",
        "class List { int mine = 9; } new List().mine | 9",
      })
  void should_show_the_last_expression(String cell, String shown) {
    assertThat(run(cell.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            Outcome.Value.class, value -> assertThat(value.value()).hasToString(shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n ",
        "// words",
        "/* words */",
        "1 + 1;",
        "int q = 1",
        "if (true) { }",
        "System.nanoTime(); // shown not",
        "Thread.yield()",
        "import java.util.zip.*;"
      })
  void should_show_nothing(String cell) {
    assertThat(run(cell)).isEqualTo(new Outcome.Nothing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int again1 = 1; | again1 + 1 | 2 | again1 = 5; | 6",
        "int again2 = 1; | again2 / 2 | 0 | double again2 = 1; | 0.5",
        "int again3(long n) { return 1; } | again3(7) | 1 | int again3(int n) { return 2; } | 2",
        "class Again4 { static final int N = 1; } | Again4.N | 1 | class Again4 { static final int N = 2; } | 2",
        "class Again5 { int x = 1; } | new Again5().x | 1 | class Again5 { double x = 2.5; } | 2.5",
        "int floorMod = 1; | floorMod(7, 4) | 3 | int floorMod(int a, int b) { return 9; } | 9",
        "String again6 = \"a\"; | again6.length() | 1 | var again6 = \"abc\"; | 3",
        "int again7 = 1; | again7 + 1 > 1 | true | import java.util.zip.*; | true",
      })
  void should_see_what_is_new_in_a_cell_that_is_run_again(
      String before, String cell, String shown, String change, String then) {
    run(before);
    assertThat(((Outcome.Value) run(cell)).value()).hasToString(shown);
    assertThat(((Outcome.Value) run(cell)).value()).hasToString(shown);
    run(change);
    assertThat(((Outcome.Value) run(cell)).value()).hasToString(then);
    assertThat(((Outcome.Value) run(cell)).value()).hasToString(then);
  }

  @Test
  void should_name_the_line_that_failed_in_a_cell_that_is_run_again() {
    run("int divisor = 0;");
    String cell = "System.nanoTime();\n1 / divisor";

    assertThat(failure(cell).report()).anyMatch(line -> line.contains("2:1"));
    assertThat(failure(cell).report()).anyMatch(line -> line.contains("2:1"));
    run("divisor = 1;");
    assertThat(run(cell)).isEqualTo(new Outcome.Value(1));
  }

  /** The compiler of JDK 17 itself fails over this cell. */
  @Test
  void should_say_that_a_variable_cannot_be_defined_by_itself() {
    assertThat(failure("var itself = itself;").report())
        .containsExactly(
            "Line 1: itself is not there yet, so it cannot be used to define itself.",
            "  1:5 | var itself = itself;",
            "      |     ^^^^^^");
  }

  @Test
  void should_keep_the_object_itself() {
    run("var array = new int[] {1, 2};");

    Object first = ((Outcome.Value) run("array")).value();

    assertThat(((Outcome.Value) run("array")).value()).isSameAs(first);
    assertThat(shell.variables().nameOf(first)).isEqualTo("array");
    assertThat(shell.variables().all()).containsEntry("array", first);
  }

  @Test
  void should_name_an_exception_by_its_own_class_and_its_line() {
    Failure failure = failure("int before = 1;\n\nthrow new IllegalStateException(\"boom\");");

    assertThat(failure.name()).isEqualTo("IllegalStateException");
    assertThat(failure.message()).isEqualTo("boom");
    assertThat(String.join("\n", failure.report())).contains("3").contains("boom");
    assertThat(run("before")).isEqualTo(new Outcome.Value(1));
  }

  @Test
  void should_name_a_variable_whose_cell_failed_as_the_user_does() {
    run("var unmade = column(1).mult(column(1, 2));");

    Failure failure = failure("unmade.transpose()");

    assertThat(failure.report().get(0))
        .contains(
            "unmade is null: it holds nothing, so .transpose(...) cannot be called on it."
                + " Give unmade a value first.");
  }

  @Test
  void should_tell_the_way_through_the_cells_and_nothing_of_ours() {
    int defined = cells + 1;
    run("int inner(int n) {\n  return 1 / n;\n}\nint outer(int n) { return inner(n); }");

    Failure failure = failure("int n = 0;\nouter(n)");

    assertThat(failure.report())
        .contains("  cell " + defined + ", line 2, in inner: return 1 / n;")
        .noneMatch(line -> line.contains("jdk.") || line.contains("dev.nabla"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int[] y = {}; // of no numbers\n// nor is there a fourth\n\ny[3]",
        "int[] y = {}; // of no numbers\n/* nor is there\n a fourth */ List.of(y[3])",
        "int[] y = {}; // of no numbers\n// nor\n\ny[3]++; // a fourth",
        "int[] y = {};\n\n\nint z = // a fourth\n y[3];",
      })
  void should_name_the_line_behind_comments(String cell) {
    String before = cell.substring(0, cell.lastIndexOf("y[3]"));
    long line = 1 + before.chars().filter(each -> each == '\n').count();
    String code = cell.lines().skip(line - 1).findFirst().orElseThrow();

    try (Shell fresh = new Shell()) {
      Outcome outcome = fresh.run(1, cell, new Owner(cell), note -> {});
      assertThat(((Outcome.Failed) outcome).failure().report())
          .hasSize(3)
          .element(1)
          .asString()
          .startsWith("  " + line + ":")
          .contains(code.strip());
    }
  }

  @Test
  void should_not_run_the_first_line_of_a_cell_that_cannot_be_read() {
    run("int runs = 0;");

    assertThat(run("runs++;\nint x = (3;")).isInstanceOf(Outcome.Failed.class);
    assertThat(run("runs")).isEqualTo(new Outcome.Value(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (long i = 0; i < Long.MAX_VALUE; i++) {}",
        "Thread.sleep(60_000)",
        "while (true) { try { Math.sin(1); } catch (Throwable t) { } }",
        "while (true) { try { Thread.sleep(5); } catch (Throwable t) { } }",
        "int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); } while (true) deep(500);",
        "Stream.iterate(1, i -> i + 1).forEach(i -> { })",
        "Stream.generate(Random::new).forEach(String::valueOf)",
        "new BigInteger(\"7\").pow(200_000_000)",
        "Object lock = new Object(); synchronized (lock) { lock.wait(); }",
      })
  void should_stop_a_cell_and_keep_its_variables(String cell) throws Exception {
    run("int kept = 7;");
    CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> run(cell), OWN_THREAD);
    TimeUnit.MILLISECONDS.sleep(400);

    shell.interrupt();
    shell.interrupt();

    assertThat(running.get(20, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure().name()).isEqualTo("Interrupted"));
    assertThat(run("kept")).isEqualTo(new Outcome.Value(7));
  }

  @Test
  void should_stop_library_code_in_every_shell_of_a_program() throws Exception {
    Shell second = new Shell();
    for (Shell each : List.of(shell, second)) {
      String cell = "Stream.generate(Random::new).forEach(String::valueOf)";
      CompletableFuture<Outcome> running =
          CompletableFuture.supplyAsync(
              () -> each.run(++cells, cell, new Owner("of " + each), note -> {}), OWN_THREAD);
      TimeUnit.MILLISECONDS.sleep(400);
      each.interrupt();
      assertThat(running.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Failed.class);
    }
    second.close();
  }

  @Test
  void should_not_be_harmed_by_an_interrupt_between_cells() {
    shell.interrupt();

    assertThat(run("20 + 1")).isEqualTo(new Outcome.Value(21));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"System.exit(3)", "Runtime.getRuntime().exit(3)", "Runtime.getRuntime().halt(3);"})
  void should_trap_the_end_of_the_program(String cell) {
    assertThat(failure(cell).name()).isEqualTo("ExitTrapped");
  }

  @Test
  void should_survive_endless_recursion() {
    assertThat(failure("int endless(int n) { return endless(n + 1) + 1; } endless(0)").name())
        .isEqualTo("StackOverflowError");
    assertThat(run("1 + 2")).isEqualTo(new Outcome.Value(3));
  }

  @Test
  void should_forget_temporary_variables() {
    int before = shell.variables().all().size();
    for (int i = 0; i < 20; i++) {
      run(i + " + 0");
    }

    assertThat(shell.variables().all()).hasSize(before);
  }

  @Test
  void should_say_what_a_changed_class_costs() {
    int defined = cells + 2;
    run("class Point { int x = 1; }");
    run("Point point = new Point();");

    run("class Point { int x = 1; int y = 2; }");

    assertThat(notes)
        .containsExactly(
            "point has lost its value, because Point was changed. Run cell " + defined + " again.");
  }

  @Test
  void should_say_which_method_no_longer_fits() {
    int defined = cells + 1;
    run("int scale = 2; int scaled(int n) { return n * scale; }");

    run("double scale = 2;");

    assertThat(notes)
        .containsExactly(
            "scaled does not fit any more, because scale was changed. Run cell "
                + defined
                + " again.");
    assertThat(failure("scaled(1)").message())
        .startsWith("Line 1: scaled of cell " + defined + " does not fit any more. There, line 1");
  }

  @Test
  void should_list_variables_in_the_order_of_their_cells() {
    run("int zeta = 1; String alpha = \"a\";");

    Map<String, Object> all = shell.variables().all();

    assertThat(new ArrayList<>(all.keySet()).indexOf("zeta"))
        .isLessThan(new ArrayList<>(all.keySet()).indexOf("alpha"));
  }

  @Test
  void should_reach_earlier_values() {
    run("\"first\"");
    int first = cells;
    run("\"second\"");

    assertThat(run("last")).isEqualTo(new Outcome.Value("second"));
    assertThat(run("String again = out(" + first + "); again.length()"))
        .isEqualTo(new Outcome.Value(5));
    assertThat(failure("out(9999)").message())
        .isEqualTo(
            "out(9999): cell 9999 has shown no value, or it is no longer kept. Run it again.");
  }

  @Test
  void should_know_what_came_from_something_older() {
    int first = cells + 1;
    run("var old1 = 3;");
    run("var old2 = old1 + 1;");
    run("var old3 = old2 + 1; // not of old1");
    assertThat(shell.lineage().note("old3")).isEmpty();

    run("var old1 = 3;");
    assertThat(shell.lineage().note("old3")).as("the same words again").isEmpty();

    run("var old1 = 4;");
    assertThat(shell.lineage().note("old2")).contains("from an older old1, cell " + (first + 4));
    assertThat(shell.lineage().note("old3")).contains("from an older old1, cell " + (first + 4));

    run("var old2 = old1 + 1;");
    assertThat(shell.lineage().note("old2")).isEmpty();
  }

  @Test
  void should_say_that_a_value_is_older_than_the_cell_that_failed() {
    run("var left1 = \"1 1.6\"; int left2 = 3;");
    int made = cells;
    run("var left1 = 1 1.6;");
    int failed = cells;
    String note =
        "left1 is still what cell %d made it: cell %d, which declares it anew, has failed. Mend that cell and run it first."
            .formatted(made, failed);
    assertThat(notesOf("left1.length() + left2")).containsExactly(note);
    assertThat(notesOf("\"left1\".length() // left1")).isEmpty();
    run("var left1 = nowhere();");
    assertThat(notesOf("left1"))
        .containsExactly(note.replace("cell " + failed, "cell " + (cells - 1)));
    assertThat(notesOf("var left1 = \"1 1.7\"; left1")).isEmpty();
    assertThat(notesOf("left1")).isEmpty();
    run("var left1 = \"\" + 1 / (left2 - 3);");
    assertThat(notesOf("left1")).as("thrown while it ran").hasSize(1);
    run("var left1 = 1 / (left2 - 3);");
    assertThat(notesOf("left1")).as("made anew with another type, and empty").isEmpty();
  }

  private List<String> notesOf(String cell) {
    notes.clear();
    run(cell);
    return List.copyOf(notes);
  }

  private Outcome run(String cell) {
    return shell.run(++cells, cell, new Owner("test"), notes::add);
  }

  private Failure failure(String cell) {
    return ((Outcome.Failed) run(cell)).failure();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
