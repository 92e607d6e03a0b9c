package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.Units.Unit;
import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.ClassFiles;
import dev.nabla.kernel.shell.direct.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One parse finds the units that JShell's own analysis finds, one by one. */
class UnitsTest {
  private final CellCompiler compiler = new CellCompiler(List.of(), new ClassFiles());
  private final Units units =
      new Units(JShell.builder().executionEngine("local").build(), compiler);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "// words",
        "1 + 1",
        "1 + 1 // words",
        "1 + 1; // words",
        "1;;2",
        ";",
        "int a, b = 3; a",
        "int a = 1, b[] = {2}; for (;;) { break; } b",
        "int q = 1",
        "int q = (1",
        "int q = 1 int r = 2",
        "int",
        "int[]",
        "a b",
        "1 2",
        "1 +",
        "}",
        "else",
        "case 3:",
        "class A {} new A()",
        "record R(int x) {} new R(1)",
        "enum E { A } E.A",
        "sealed interface S permits T {} final class T implements S {} 1",
        "static int z = 3; z",
        "final int z = 3; z",
        "@Deprecated int x = 3; x",
        "int f() { return 1; } f()",
        "import java.util.zip.*; 1",
        "1;\nimport java.util.zip.*;\n2",
        "if (a) b(); else c(); d()",
        "if (a) b()",
        "do { } while (false); x -> x",
        "label: for (;;) break label; \"\"\"\n  x; y\n  \"\"\"",
        "var q = switch (3) { case 3 -> 4; default -> 5; };\nq",
        "x = 1; y = 2; x\n+ y",
        "int i = 0;\n/* c */ i++; // d\ni // e\n",
        "String s = \"a;\"; // ;\n s",
        "String s = \"// no\"",
        "char c = '",
        "Runnable r = () -> { foo(); }; r.run()",
        "new Object() { int x; }",
        "return 3;",
        "yield 3;",
        "a\n% b"
      })
  void should_find_what_JShell_finds(String text) {
    assertSame(text);
  }

  @Test
  void should_find_what_JShell_finds_in_cells_of_all_kinds() {
    Stream.generate(new RandomCells(7)::next).limit(300).forEach(this::assertSame);
  }

  private void assertSame(String text) {
    assertThat(all(text, true)).as(text).isEqualTo(all(text, false));
    for (Unit each : units.first(text)) {
      if (each.reading() != null) {
        assertThat(List.of(each.reading()))
            .as(text)
            .isEqualTo(Reading.of(List.of(each.source()), compiler));
      }
    }
  }

  private List<Unit> all(String text, boolean byOneParse) {
    List<Unit> all = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      String rest = text.substring(at);
      List<Unit> found = byOneParse ? units.first(rest) : units.byJShell(rest);
      if (found.isEmpty()) {
        break;
      }
      for (Unit each : found) {
        // Where a last comment belongs to does not matter.
        String source = Trivia.withoutComments(each.source());
        all.add(new Unit(source, at + each.start(), 0, each.readable(), null));
      }
      at += found.get(found.size() - 1).end();
    }
    return all;
  }
}
