package dev.nabla.display;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/**
 * What a value shows, before any format. Each format has one writer that turns every kind of view
 * into it.
 */
public sealed interface View {

  /** One line of words, such as {@code net: 2 inputs -> 3 relu -> 1}. */
  record Line(Notation words) implements View {}

  /**
   * A matrix with its caption: name, shape, meaning of rows x columns.
   *
   * @param name what it is called, or null
   * @param values not modified
   * @param rows meaning and unit names of the rows
   * @param columns meaning and unit names of the columns
   * @param note the end of the caption, such as a layout that is not the default; may be empty
   * @param marks which entries stand out, and how
   */
  record Matrix(
      Notation name, SimpleMatrix values, Axis rows, Axis columns, String note, Marks marks)
      implements View {

    public Matrix(Notation name, SimpleMatrix values, Axis rows, Axis columns, String note) {
      this(name, values, rows, columns, note, Marks.NONE);
    }

    /** The same matrix under another name. */
    public Matrix named(Notation name) {
      return new Matrix(name, values, rows, columns, note, marks);
    }

    /** The same matrix with other entries standing out. */
    public Matrix marked(Marks marks) {
      return new Matrix(name, values, rows, columns, note, marks);
    }
  }

  /**
   * One axis of a matrix.
   *
   * @param meaning what the axis counts in words, such as {@code hidden}; empty when unknown
   * @param names one name for each index; empty for 1, 2, 3 ...
   */
  record Axis(String meaning, List<Notation> names) {
    public static final Axis UNNAMED = new Axis("", List.of());
  }

  /**
   * A table of words and numbers, all cells already formatted.
   *
   * @param digits all digits of each cell that shows fewer, else null; empty if no cell does
   */
  record Table(
      Notation caption, List<String> headers, List<List<String>> rows, List<List<String>> digits)
      implements View {

    public Table(Notation caption, List<String> headers, List<List<String>> rows) {
      this(caption, headers, rows, List.of());
    }
  }

  /** Views one below the other. */
  record Stack(List<View> views) implements View {}

  /** Views side by side, where the format can; a line between two matrices is the sign there. */
  record Beside(List<View> views) implements View {}

  /** A worked solution: a quantity after the other, each from its formula to its numbers. */
  record Solution(Notation title, List<Step> steps) implements View {}

  /**
   * One step of a worked solution: {@code quantity = formula = substitution = result}.
   *
   * @param title what is computed, in words
   * @param quantity the left side
   * @param formula the right side in symbols
   * @param substitution the same with numbers in it, or null
   * @param result what it comes to, or null
   * @param sentence why, and what symbols stand for; may be empty
   */
  record Step(
      String title,
      Notation quantity,
      Notation formula,
      Notation substitution,
      Notation result,
      Sentence sentence) {

    public Step(
        String title,
        Notation quantity,
        Notation formula,
        Notation substitution,
        Notation result,
        String sentence) {
      this(title, quantity, formula, substitution, result, Sentence.of(sentence));
    }

    /** The right sides that are known, from symbols to numbers. */
    List<Notation> sides() {
      return Stream.of(formula, substitution, result).filter(Objects::nonNull).toList();
    }
  }

  /**
   * A drawing of nodes and edges from left to right: a network by layers, or a computation graph.
   *
   * @param description one full sentence for those who cannot see the picture
   * @param columns titles of the columns, such as layers; empty for none
   * @param nodes in the order in which they stand in their column
   * @param edges between nodes; no cycles
   */
  record Diagram(String description, List<Column> columns, List<Node> nodes, List<Edge> edges)
      implements View {}

  /** Two lines above a column of a diagram: {@code hidden, relu} and {@code W1 3 x 2}. */
  record Column(Notation title, Notation parameters) {}

  /**
   * One node of a diagram.
   *
   * @param name in the middle
   * @param shape how it is drawn
   * @param column its place from the left, from 0; {@link #BY_EDGES} puts it behind all its inputs
   * @param value above it, formatted; null for none
   * @param gradient below it, formatted; null for none
   */
  record Node(Notation name, Shape shape, int column, String value, String gradient) {
    public static final int BY_EDGES = -1;
  }

  /** A unit is a circle, a constant a dashed circle, an operation a box, an input an open box. */
  enum Shape {
    UNIT,
    CONSTANT,
    OPERATION,
    INPUT
  }

  /**
   * An arrow between two nodes, given by their places in the list of nodes.
   *
   * @param label a weight or a local partial derivative; null for none
   */
  record Edge(int from, int to, Notation label) {}

  /**
   * Curves and points over two axes.
   *
   * @param title may be null
   * @param logarithmic whether the vertical axis counts powers of ten; entries that have no
   *     logarithm are left out
   */
  record Chart(
      Notation title, String xTitle, String yTitle, boolean logarithmic, List<Series> series)
      implements View {}

  /** One curve, or points that are not joined. */
  record Series(String name, double[] x, double[] y, boolean joined) {}

  /**
   * A matrix as colors over a plane, with points on it: weights, or where a net decides what.
   *
   * @param values entry (i, j) is the value in row i from the top and column j from the left
   * @param boundary the value at which colors change from red to blue and a line is drawn; NaN for
   *     0 and no line
   * @param left the horizontal coordinate of the left edge; the others likewise
   * @param points one series for each kind of point
   */
  record Field(
      Notation title,
      String xTitle,
      String yTitle,
      SimpleMatrix values,
      double boundary,
      double left,
      double right,
      double bottom,
      double top,
      List<Series> points)
      implements View {}

  /**
   * How far a long task has come.
   *
   * @param task what runs, such as {@code train}
   * @param unit what is counted, in the plural, such as {@code epochs}
   * @param seconds since the start
   * @param words the state of the task, such as {@code loss 0.134}; may be empty
   */
  record Progress(String task, String unit, long done, long total, double seconds, String words)
      implements View {}

  /** A number for programs that read plain text, and what a person is told instead. */
  record Graded(String points, View feedback) implements View {}

  /** Words with a picture of the same; where there are only words, the words alone. */
  record Illustrated(View words, View picture) implements View {}

  /** A picture of pixels. */
  record Picture(byte[] png, int width, int height, String description) implements View {}
}
