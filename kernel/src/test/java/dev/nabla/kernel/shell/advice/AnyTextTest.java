package dev.nabla.kernel.shell.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.advice.SlipExamples.Example;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Advice is asked for whatever people type: it must come, and point into the cell. */
class AnyTextTest {
  private static final List<String> CODES =
      List.of(
          "",
          "compiler.err.expected",
          "compiler.err.expected2",
          "compiler.err.expected3",
          "compiler.err.illegal.start.of.expr",
          "compiler.err.illegal.start.of.type",
          "compiler.err.illegal.char",
          "compiler.err.illegal.esc.char",
          "compiler.err.premature.eof",
          "compiler.err.not.stmt",
          "compiler.err.dot.class.expected",
          "compiler.err.unclosed.char.lit",
          "compiler.err.malformed.fp.lit",
          "compiler.err.bad.initializer",
          "compiler.err.cant.resolve.location",
          "compiler.err.cant.resolve.location.args",
          "compiler.err.doesnt.exist",
          "compiler.err.prob.found.req",
          "compiler.err.operator.cant.be.applied.1",
          "compiler.err.cant.apply.symbol",
          "compiler.err.cant.infer.local.var.type",
          "compiler.err.report.access",
          "compiler.err.something.new");
  private static final List<String> WORDS =
      List.of(
          "';' expected",
          "')' or ',' expected",
          "'[' expected",
          "<identifier> expected",
          "cannot find symbol\n  symbol:   variable x\n  location: class ",
          "cannot find symbol\n  symbol:   method f(int)\n  location: variable x of type int[]",
          "incompatible types: int cannot be converted to boolean",
          "package x does not exist",
          "x has private access in X",
          "");

  @Test
  void should_advise_on_any_text_and_place() {
    Random random = new Random(7);
    KnownNames names =
        KnownNames.of(Map.of("x", new KnownNames.Known(KnownNames.Kind.VARIABLE, "int", 1)));
    List<Example> examples =
        Stream.of("slips.txt", "crashes.txt", "warnings.txt", "valid.txt")
            .flatMap(each -> SlipExamples.read(each).stream())
            .toList();
    for (Example example : examples) {
      for (String whole : example.cells()) {
        for (int i = 0; i < 10; i++) {
          int cut = random.nextInt(whole.length() + 1);
          String cell =
              whole.substring(0, cut) + whole.substring(Math.min(whole.length(), cut + 1));
          int start = random.nextInt(cell.length() + 2);
          int end = start + random.nextInt(9) - 1;
          CompileProblem problem =
              new CompileProblem(
                  cell,
                  start,
                  start + random.nextInt(3),
                  end,
                  CODES.get(random.nextInt(CODES.size())),
                  WORDS.get(random.nextInt(WORDS.size())));
          Message message = CompileAdvice.of(problem, names);
          assertThat(message.text()).as("%s", problem).startsWith("Line " + message.line() + ": ");
          assertThat(message.line()).isBetween(1, Math.max(1, (int) cell.lines().count() + 1));
          assertThat(message.column()).isPositive().isLessThan(message.endColumn());
          assertThat(Caret.lines(message, cell)).hasSize(2);
          assertThat(Warnings.of(cell, names)).isNotNull();
        }
      }
    }
  }
}
