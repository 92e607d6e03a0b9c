package dev.nabla.display;

import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** A value in one short line: what a cell of a table says about it. */
final class Inline {
  private static final int LONGEST = 80;
  private static final int DEEPEST = 3;

  private final StringBuilder out = new StringBuilder();

  private Inline() {}

  /**
   * {@code {1, 2}}, {@code [a, b]}, {@code {x=1}}, {@code Point[x=1, y=2]}; cut when it is long.
   */
  static String of(Object value) {
    Inline line = new Inline();
    line.write(value, 0);
    return line.out.length() <= LONGEST
        ? line.out.toString()
        : line.out.substring(0, LONGEST) + "...";
  }

  /** The message of an exception, cut when it is long; empty if it has none. */
  static String message(Throwable failure) {
    try {
      return failure.getMessage() == null ? "" : of(failure.getMessage());
    } catch (RuntimeException | StackOverflowError again) {
      return "(failed: " + again.getClass().getName() + ")";
    }
  }

  private void write(Object value, int depth) {
    if (value instanceof SimpleMatrix matrix && matrix.getType().isReal()) {
      out.append(Notation.matrix(matrix).text());
      return;
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      out.append("Optional[");
      write(optional.get(), depth);
      out.append(']');
      return;
    }
    boolean own = value instanceof Showable || value instanceof CharSequence;
    Contents contents = own ? null : Contents.of(value, System::nanoTime);
    if (contents == null) {
      out.append(Values.text(value).replaceAll("\\s*\\R\\s*", " "));
    } else {
      write(contents, depth);
    }
  }

  private void write(Contents contents, int depth) {
    boolean named = contents.kind() == Contents.Kind.MAP || contents.kind() == Contents.Kind.PARTS;
    String brackets =
        switch (contents.kind()) {
          case ARRAY, MAP -> "{}";
          case LIST, SET, PARTS -> "[]";
        };
    out.append(contents.kind() == Contents.Kind.PARTS ? contents.type() : "");
    out.append(brackets.charAt(0));
    for (int i = 0; i < contents.items().size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (depth == DEEPEST || out.length() > LONGEST) {
        out.append("...");
        break;
      }
      out.append(named ? contents.labels().get(i) + "=" : "");
      write(contents.items().get(i), depth + 1);
    }
    out.append(contents.cut() ? ", ..." : "").append(brackets.charAt(1));
  }
}
