package dev.nabla.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Display;
import dev.nabla.message.NablaException;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Random texts: each is either answered or refused with a message of ours. */
class FuzzTest {
  private static final String[] PIECES = {
    "x",
    "y",
    "W",
    "u",
    "A",
    "phi",
    "f",
    "g",
    "n",
    "T",
    "sigma",
    "relu",
    "sum",
    "max",
    "softmax",
    "trace",
    "diag",
    "ones",
    "identity",
    "1",
    "2",
    "0.5",
    "3e1",
    "+",
    "-",
    "*",
    "/",
    "^",
    ".*",
    "(",
    ")",
    "(",
    ")",
    "||",
    "'",
    ",",
    "^T",
    "^2",
    "²",
    " ",
    " ",
    "=",
    "θ",
    "J_f",
    "f_1",
    "exp(",
    "phi(",
    "\n",
    ";",
    ":",
    "z",
    "z = ",
    "v = ",
    "$"
  };
  private static final String SHAPES =
      "W: n x d, x: d, u: n, A: n x n, phi: R -> R, f: R^n -> R, g: R -> R^d\nv = ";

  @Test
  void should_answer_or_refuse_any_text() {
    Random random = new Random(11);
    int answered = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "" : i % 3 == 1 ? "v = " : SHAPES);
      int length = 1 + random.nextInt(9);
      for (int k = 0; k < length; k++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      answered += answers(text.toString()) ? 1 : 0;
    }
    assertThat(answered).isGreaterThan(1000);
  }

  private static boolean answers(String text) {
    Graph graph;
    try {
      graph = Graph.of(text);
    } catch (NablaException refused) {
      assertThat(refused.getMessage()).as(text).isNotBlank();
      return false;
    } catch (RuntimeException | StackOverflowError wrong) {
      throw new AssertionError(text, wrong);
    }
    String of = graph.names().get(graph.names().size() - 1);
    try {
      Display.text(graph.view());
      graph.explain();
      graph.inputs().forEach(by -> use(graph, of, by));
    } catch (RuntimeException | StackOverflowError wrong) {
      throw new AssertionError(text, wrong);
    }
    return true;
  }

  private static void use(Graph graph, String of, String by) {
    try {
      Derivative derivative = graph.derivative(of, by);
      Display.text(derivative.view());
      derivative.explain();
      derivative.equalTo(by);
    } catch (NablaException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    try {
      graph.chainRule(of, by).toString();
    } catch (NablaException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    try {
      graph.at(by, new SimpleMatrix(2, 3)).backward().explain();
    } catch (NablaException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
