package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** What a Java value shows: the view of values that do not bring one of their own. */
final class Values {
  private static final int LONGEST_TEXT = 100_000;
  private static final long LARGEST_COPY = 1_000_000;
  private static final int MOST_CAUSES = 10;
  private static final Notation OPTIONAL = Notation.of("Optional, holding:");

  private Values() {}

  /** The view of a value; null when it shows as a line of text alone. */
  static View view(Object value, String name) {
    View own = own(value, name);
    if (own != null) {
      return own;
    } else if (value instanceof Throwable failure) {
      return exception(failure, name);
    } else if (value instanceof BaseStream<?, ?> stream) {
      return stream(stream, name);
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      View held = view(optional.get(), name);
      return held == null ? null : new View.Stack(List.of(new View.Line(OPTIONAL), held));
    }
    LongSupplier clock = System::nanoTime;
    Contents contents = Contents.of(value, clock);
    return contents == null ? null : Containers.view(contents, name, clock);
  }

  /** The view that a value brings, or that its type has: a matrix, a picture; else null. */
  static View own(Object value, String name) {
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
    }
    return value != null && Types.isImage(value) ? Images.view(value, name) : null;
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

  /** The exception and what caused it, a line for each. */
  private static View exception(Throwable failure, String name) {
    List<List<String>> lines = new ArrayList<>();
    Throwable each = failure;
    for (String start = ""; each != null && lines.size() < MOST_CAUSES; start = "caused by ") {
      lines.add(List.of(start + Types.name(each.getClass()), Inline.message(each)));
      each = each.getCause();
    }
    Notation caption = name == null ? null : Notation.of(name);
    return new View.Table(caption, List.of("exception", "message"), lines);
  }

  /**
   * A stream can be read only once: one that a variable holds is left to its owner; one that nobody
   * else can read is read as far as it is shown.
   */
  private static View stream(BaseStream<?, ?> stream, String name) {
    if (name == null) {
      return Containers.view(Contents.read(stream, System::nanoTime), null, System::nanoTime);
    }
    String words =
        ": a stream, not read, because it can be read only once. To see its values, write ";
    String all = stream instanceof Stream ? ".toList()" : ".boxed().toList()";
    return new View.Line(Notation.of(name + words + name + ".limit(20)" + all + "."));
  }

  /** The value as text, whatever its {@code toString} does; very long text is cut. */
  static String text(Object value) {
    if (value == null) {
      return "null";
    }
    String type = Types.name(value.getClass());
    if (Types.isLambda(value.getClass())) {
      return type + ", a lambda";
    }
    String text;
    try {
      text = value.toString();
    } catch (Exception | StackOverflowError | AssertionError | LinkageError failure) {
      return type + " (its toString failed: " + failure + ")";
    }
    if (text == null) {
      return type + " (its toString is null)";
    }
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT)
            + "... ("
            + (text.length() - LONGEST_TEXT)
            + " more characters)";
  }
}
