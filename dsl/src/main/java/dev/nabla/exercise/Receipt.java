package dev.nabla.exercise;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/**
 * Confirms that an answer to graded work can be read; it knows no right value and judges nothing.
 *
 * <pre>{@code
 * receipt("2 dW1", "1 2; 3 4")   // received: 2 dW1 (2 x 2). It is judged after you hand in.
 * }</pre>
 *
 * @param words what it says
 */
public record Receipt(String words) implements Showable {
  private static final String LATER = ". It is judged after you hand in.";

  /** Confirms an answer, or says why it cannot be read. */
  public static Receipt of(String question, Object answer) {
    if (Answers.isEmpty(answer)) {
      return new Receipt("Nothing is filled in for " + question + " yet.");
    }
    if (Answers.isFormula(answer)) {
      return new Receipt("received: " + question + " = " + Answers.formula(answer).strip() + LATER);
    }
    // A row for an array, which has no direction of its own.
    try {
      SimpleMatrix read = Answers.matrix(question, answer, new SimpleMatrix(1, 2));
      return new Receipt("received: " + question + " (" + Shape.of(read) + ")" + LATER);
    } catch (NablaException unreadable) {
      return new Receipt(unreadable.getMessage());
    }
  }

  /** As a grade it is worth nothing, so that no grading program takes it for a right answer. */
  @Override
  public View view() {
    return new View.Graded("0", new View.Line(Notation.of(words)));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
