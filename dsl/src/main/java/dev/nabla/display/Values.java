package dev.nabla.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** What a Java value shows: the view of values that do not bring one of their own. */
final class Values {
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_ARRAY_TEXT = 2_000;
  private static final long LARGEST_COPY = 1_000_000;
  private static final int LONGEST_ARRAY = 12;

  private Values() {}

  /** The view of a value; null when it shows as a line of text alone. */
  static View view(Object value, String name) {
    if (value instanceof Showable showable) {
      return named(showable.view(), name);
    } else if (value instanceof View view) {
      return named(view, name);
    } else if (value instanceof SimpleMatrix matrix && matrix.getType().isReal()) {
      return matrix(matrix, name);
    } else if (value instanceof DMatrixRMaj matrix) {
      return matrix(SimpleMatrix.wrap(matrix), name);
    } else if (value instanceof DMatrix matrix && size(matrix) <= LARGEST_COPY) {
      return matrix(copy(matrix), name);
    } else if (value instanceof double[] array) {
      return array(array);
    } else if (value instanceof double[][] rows) {
      return array(rows);
    }
    return null;
  }

  private static View named(View view, String name) {
    return view instanceof View.Matrix matrix && matrix.name() == null && name != null
        ? matrix.named(Notation.of(name))
        : view;
  }

  private static View matrix(SimpleMatrix values, String name) {
    Notation caption = name == null ? null : Notation.of(name);
    return new View.Matrix(caption, values, View.Axis.UNNAMED, View.Axis.UNNAMED, "");
  }

  private static long size(DMatrix matrix) {
    return (long) matrix.getNumRows() * matrix.getNumCols();
  }

  private static SimpleMatrix copy(DMatrix matrix) {
    SimpleMatrix copy = new SimpleMatrix(matrix.getNumRows(), matrix.getNumCols());
    for (int row = 0; row < matrix.getNumRows(); row++) {
      for (int column = 0; column < matrix.getNumCols(); column++) {
        copy.set(row, column, matrix.get(row, column));
      }
    }
    return copy;
  }

  private static View array(double[] array) {
    return array("double[" + array.length + "]", List.of(array), array.length);
  }

  private static View array(double[][] rows) {
    int width = Arrays.stream(rows).mapToInt(row -> row == null ? 0 : row.length).max().orElse(0);
    boolean ragged = Arrays.stream(rows).anyMatch(row -> row == null || row.length != width);
    String caption = "double[" + rows.length + "][" + (ragged ? "" : width) + "]";
    return array(caption, Arrays.asList(rows), width);
  }

  /** Numbers under their Java indices, which count from 0. */
  private static View array(String caption, List<double[]> rows, int width) {
    if (width == 0) {
      return new View.Line(Notation.of(caption));
    }
    int shownWidth = Math.min(width, LONGEST_ARRAY);
    List<double[]> shownRows = rows.subList(0, Math.min(rows.size(), LONGEST_ARRAY));
    Numbers numbers =
        Numbers.of(
            shownRows.stream()
                .filter(Objects::nonNull)
                .flatMapToDouble(row -> Arrays.stream(row).limit(shownWidth))
                .toArray());
    List<String> headers = new ArrayList<>(List.of(""));
    for (int i = 0; i < shownWidth; i++) {
      headers.add(Integer.toString(i));
    }
    if (shownWidth < width) {
      headers.add("...");
    }
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < shownRows.size(); i++) {
      lines.add(line(i, shownRows.get(i), headers.size(), shownWidth, numbers));
    }
    if (shownRows.size() < rows.size()) {
      lines.add(new ArrayList<>(Collections.nCopies(headers.size(), "...")));
    }
    String power = numbers.exponent() == 0 ? "" : " - times 10^" + numbers.exponent();
    return new View.Table(Notation.of(caption + power), headers, lines);
  }

  private static List<String> line(
      int index, double[] row, int columns, int shownWidth, Numbers numbers) {
    List<String> line = new ArrayList<>(List.of(Integer.toString(index)));
    for (int i = 0; i < shownWidth; i++) {
      line.add(row == null || i >= row.length ? "" : numbers.shown(row[i]));
    }
    while (line.size() < columns) {
      line.add("...");
    }
    return line;
  }

  /** An array of any type as Java writes one: {@code {{1, 2}, {3, 4}}}; cut when it is long. */
  private static String array(Object array) {
    StringBuilder out = new StringBuilder();
    write(array, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value == null || !value.getClass().isArray()) {
      out.append(value);
      return;
    }
    out.append('{');
    int length = Array.getLength(value);
    for (int i = 0; i < length; i++) {
      out.append(i == 0 ? "" : ", ");
      if (out.length() > LONGEST_ARRAY_TEXT) {
        out.append("...");
        break;
      }
      write(Array.get(value, i), out);
    }
    out.append('}');
  }

  /** The value as text, whatever its {@code toString} does; very long text is cut. */
  static String text(Object value) {
    String text;
    try {
      text = value != null && value.getClass().isArray() ? array(value) : String.valueOf(value);
    } catch (Exception | StackOverflowError failure) {
      return value.getClass().getName() + " (its toString failed: " + failure + ")";
    }
    if (text == null) {
      return value.getClass().getName() + " (its toString is null)";
    }
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT)
            + "... ("
            + (text.length() - LONGEST_TEXT)
            + " more characters)";
  }
}
