package dev.nabla.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.matrix.Expectation;
import dev.nabla.matrix.MatrixText;
import dev.nabla.message.NablaException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.simple.SimpleMatrix;

/** Compares matrices with numbers written out, and messages word for word. */
final class Close {
  private Close() {}

  static void assertClose(SimpleMatrix actual, String expected, double tolerance) {
    assertClose(actual, MatrixText.parse(expected), tolerance);
  }

  static void assertClose(SimpleMatrix actual, SimpleMatrix expected, double tolerance) {
    Expectation.of(actual, expected, tolerance);
  }

  static void assertMessage(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake).isInstanceOf(NablaException.class).hasMessage(message);
  }

  static String text(Showable value) {
    return Display.text(value.view());
  }
}
