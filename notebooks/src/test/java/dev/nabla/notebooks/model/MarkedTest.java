package dev.nabla.notebooks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.notebooks.model.Marked.Kind;
import org.junit.jupiter.api.Test;

class MarkedTest {
  private static Marked code(String source) {
    return Marked.of(Cell.code("c", source));
  }

  @Test
  void should_read_answers() {
    Marked cell =
        code(
            """
            var dW1 = "1 2; 3 4";   // ANSWER 2-dW1 points=2
            double loss = 0.5; // ANSWER 2a-dv/dw points=0.5
            Map<String, int[]> größe = f("a=b");//ANSWER x
            show(check("2 dW1", dW1), check("2 dv/dw", loss), check("2 x", größe))
            """);

    assertThat(cell.answers())
        .containsExactly(
            new Marked.Answer("2-dW1", 2, "dW1"),
            new Marked.Answer("2a-dv/dw", 0.5, "loss"),
            new Marked.Answer("x", Double.NaN, "größe"));
    assertThat(cell.answers().get(1).gradeId()).isEqualTo("2a-dv-dw");
    assertThat(cell.lastAnswer()).isEqualTo(2);
    assertThat(cell.isPlain()).isFalse();
  }

  @Test
  void should_tell_regions_from_what_is_around_them() {
    Marked mixed =
        code(
            "int a;\n// BEGIN SOLUTION\na = 1;\n// END SOLUTION\n// BEGIN HIDDEN TESTS\nt();\n// END HIDDEN TESTS");
    Marked whole = code("\n// BEGIN SOLUTION\na = 1;\n// END SOLUTION\n\n");

    assertThat(mixed.lines())
        .extracting(Marked.Line::kind)
        .containsExactly(
            Kind.PLAIN,
            Kind.MARKER,
            Kind.SOLUTION,
            Kind.MARKER,
            Kind.MARKER,
            Kind.HIDDEN,
            Kind.MARKER);
    assertThat(mixed.isWholly(Kind.SOLUTION)).isFalse();
    assertThat(whole.isWholly(Kind.SOLUTION)).isTrue();
    assertThat(code("// the END SOLUTIONS are near; BEGINNERS\nx").isPlain()).isTrue();
    assertThat(code("var s = \"// BEGIN SOLUTION\";").isPlain()).isTrue();
  }

  @Test
  void should_read_markdown() {
    Marked cell =
        Marked.of(
            Cell.markdown(
                "m",
                "Why?\n<!-- ANSWER 3-why points=2 -->\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->"));

    assertThat(cell.answers()).containsExactly(new Marked.Answer("3-why", 2, null));
    assertThat(cell.has(Kind.SOLUTION)).isTrue();
  }

  @Test
  void should_say_which_marker_is_wrong() {
    assertThatThrownBy(() -> code("// BEGIN SOLUTION\nx"))
        .hasMessage("cell c: an END SOLUTION is missing.");
    assertThatThrownBy(() -> code("x\n// END HIDDEN TESTS"))
        .hasMessage("cell c: a BEGIN HIDDEN TESTS is missing.");
    assertThatThrownBy(() -> code("// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION"))
        .hasMessage("cell c: an END SOLUTION is missing.");
    assertThatThrownBy(() -> code("// BEGIN SOLUTION\n// END HIDDEN TESTS"))
        .hasMessage("cell c: a BEGIN HIDDEN TESTS is missing.");
    assertThatThrownBy(() -> code("f(1); // ANSWER 2-a points=1"))
        .hasMessage(
            "cell c: before // ANSWER 2-a stands one declaration on one line, such as var dW1 ="
                + " \"1 2; 3 4\";");
  }

  @Test
  void should_find_what_judges_each_answer() {
    Marked cell =
        code(
            """
            var a = 1;   // ANSWER 1-a points=1
            var b = 2;   // ANSWER 1-b points=1
            show(check("1 b", b),
                 check( "1 a", a ).points(1));  // both
            """);

    assertThat(Checks.of(cell))
        .extracting(Checks::call)
        .containsExactly("check(\"1 a\", a)", "check(\"1 b\", b)");
    assertThatThrownBy(
            () -> Checks.of(code("var a = 1;   // ANSWER 1-a points=1\ncheck(\"1 a\", 1)")))
        .hasMessage("cell c: nothing judges 1-a. Write check(\"...\", a) below it.");
    assertThatThrownBy(() -> Checks.of(code("var a = 1;   // ANSWER 1-a points=1\n")))
        .hasMessage("cell c: nothing judges 1-a. Write check(\"...\", a) below it.");
    assertThatThrownBy(
            () -> Checks.of(code("var a = 1;   // ANSWER 1-a points=1\nfoo();\ncheck(\"1 a\", a)")))
        .hasMessage(
            "cell c: below its answers stands more than check(...) or show(check(...), ...). Move"
                + " the rest to a cell of its own.");
  }
}
