package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Marks;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * One entry spelled out as the sum it is, with its own numbers, and the row and column it comes
 * from.
 *
 * <pre>{@code
 * back.why("dW1", 2, 1)
 * // dW1[2,1] = sum over n of delta1[2,n] X[1,n]
 * // = (-0.006761)(0.75) + (-0.007416)(0.2) + (0)(-0.75) + (0.007545)(0.2) = -0.005045
 * }</pre>
 *
 * @param entry what is asked, {@code dW1[2,1]}
 * @param formula the sum in symbols
 * @param terms the factors of each term
 * @param value what they come to
 * @param sources the matrices with the entries they come from
 */
public record Why(
    String entry, String formula, List<List<Double>> terms, double value, List<View> sources)
    implements Showable {
  private static final int LONGEST = 12;
  private static final int SHOWN = 10;

  static Why of(Backward back, String quantity, int i, int j) {
    return new WhyFinder(back).find(quantity, i, j);
  }

  /** A matrix in which one row or column stands out. */
  static View highlighted(View.Matrix matrix, Marks.Marker marker) {
    return matrix.marked(Marks.at(marker));
  }

  /** The terms with their numbers: {@code (0.5)(2) + (1)(3) = 4}. */
  public String sum() {
    StringJoiner sum = new StringJoiner(" + ", "= ", " = " + Digits.four(value));
    int shown = terms.size() > LONGEST ? SHOWN : terms.size();
    for (List<Double> factors : terms.subList(0, shown)) {
      StringBuilder term = new StringBuilder();
      for (double factor : factors) {
        term.append('(').append(Digits.four(factor)).append(')');
      }
      sum.add(term);
    }
    if (shown < terms.size()) {
      sum.add("... " + (terms.size() - shown) + " more");
    }
    return sum.toString();
  }

  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(Notation.of(entry + " = " + formula)));
    views.add(new View.Line(Notation.of(sum())));
    views.add(new View.Beside(sources));
    return new View.Stack(views);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
