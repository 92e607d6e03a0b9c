package dev.nabla.exercise;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.message.NablaException;
import java.util.List;

/**
 * One sentence that helps on. After a wrong answer whose mistake was recognized it is about that
 * mistake, before that about the question.
 *
 * @param level 1, 2 or 3
 * @param words the sentence
 * @param next how to ask for more
 */
public record Hint(int level, String words, String next) implements Showable {
  private static final int MOST = 3;

  /**
   * A hint.
   *
   * @param asked the question as it was asked, such as {@code 2 dW1}
   */
  static Hint of(String asked, Question question, Memory memory, int level) {
    if (level < 1 || level > MOST) {
      throw new NablaException(
          "hint: levels are 1, 2 and 3, each saying more. The answer itself comes from"
              + " reveal(...).");
    }
    Verdict last = memory.verdict(question.name());
    List<String> hints =
        last == null || last.isRight() || last.hints().isEmpty() ? question.hints() : last.hints();
    String next =
        level < MOST
            ? "More: hint(\"%s\", %d)".formatted(asked, level + 1)
            : "Worked out: reveal(\"%s\")".formatted(asked);
    return new Hint(level, hints.get(level - 1), next);
  }

  @Override
  public View view() {
    return new View.Line(Notation.of(words + " " + next));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
