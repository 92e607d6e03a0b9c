package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import java.util.List;

/**
 * A worked solution: step after step a quantity, its formula, the formula with numbers in it, the
 * result, and a sentence that says why.
 *
 * @param steps in the order of the work
 */
public record Explanation(String title, List<View.Step> steps) implements Showable {
  public Explanation {
    steps = List.copyOf(steps);
  }

  @Override
  public View view() {
    return new View.Solution(Notation.of(title), steps);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
