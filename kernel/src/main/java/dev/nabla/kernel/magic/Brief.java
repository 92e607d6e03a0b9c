package dev.nabla.kernel.magic;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/** Any value in one short line; of a long value only the beginning is looked at. */
final class Brief {
  private static final int LONGEST = 48;

  private final StringBuilder text = new StringBuilder();

  private Brief() {}

  static String text(Object value) {
    Brief brief = new Brief();
    try {
      brief.add(value);
    } catch (Exception | StackOverflowError e) {
      return "(it cannot be shown: " + e.getClass().getSimpleName() + ")";
    }
    String line = brief.text.toString().lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }

  private void add(Object value) {
    if (value instanceof SimpleMatrix matrix && matrix.getType().isReal()) {
      addEntries(matrix);
    } else if (value instanceof Showable showable) {
      text.append(Display.text(showable.view()));
    } else if (value instanceof Collection<?> collection) {
      addAll("[", collection.iterator(), "]");
    } else if (value instanceof Map<?, ?> map) {
      addAll("{", map.entrySet().iterator(), "}");
    } else if (value != null && value.getClass().isArray()) {
      IntStream places = IntStream.range(0, Array.getLength(value));
      addAll("{", places.mapToObj(i -> Array.get(value, i)).iterator(), "}");
    } else {
      text.append(value);
    }
  }

  /** The entries as the language reads them: {@code 1 2; 3 4}. */
  private void addEntries(SimpleMatrix matrix) {
    for (int row = 0; row < matrix.getNumRows() && text.length() <= LONGEST; row++) {
      text.append(row == 0 ? "" : "; ");
      for (int column = 0; column < matrix.getNumCols() && text.length() <= LONGEST; column++) {
        text.append(column == 0 ? "" : " ").append(Display.number(matrix.get(row, column)));
      }
    }
  }

  private void addAll(String open, Iterator<?> values, String close) {
    text.append(open);
    for (boolean first = true; values.hasNext() && text.length() <= LONGEST; first = false) {
      text.append(first ? "" : ", ");
      add(values.next());
    }
    text.append(close);
  }
}
