package dev.nabla;

import dev.nabla.display.Button;
import dev.nabla.display.Display;
import dev.nabla.display.Screen;
import dev.nabla.display.Showable;
import dev.nabla.display.Slider;
import dev.nabla.exercise.Exercise;
import dev.nabla.exercise.Exercises;
import dev.nabla.exercise.Hint;
import dev.nabla.exercise.Receipt;
import dev.nabla.exercise.Verdict;
import dev.nabla.graph.Derivative;
import dev.nabla.graph.Equality;
import dev.nabla.graph.Gradients;
import dev.nabla.graph.Graph;
import dev.nabla.matrix.Csv;
import dev.nabla.matrix.Equation;
import dev.nabla.matrix.Expectation;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.LeastSquares;
import dev.nabla.matrix.Marked;
import dev.nabla.matrix.Matrices;
import dev.nabla.matrix.MatrixText;
import dev.nabla.matrix.OneHot;
import dev.nabla.matrix.Plot;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Rounding;
import dev.nabla.matrix.Stacking;
import dev.nabla.matrix.Structure;
import dev.nabla.matrix.Table;
import dev.nabla.message.NablaException;
import dev.nabla.net.Activation;
import dev.nabla.net.Backward;
import dev.nabla.net.Boundary;
import dev.nabla.net.CrossEntropy;
import dev.nabla.net.Custom;
import dev.nabla.net.Data;
import dev.nabla.net.Hinge;
import dev.nabla.net.Identity;
import dev.nabla.net.LogLoss;
import dev.nabla.net.Loss;
import dev.nabla.net.Network;
import dev.nabla.net.Relu;
import dev.nabla.net.Scale;
import dev.nabla.net.Sigmoid;
import dev.nabla.net.Softmax;
import dev.nabla.net.SquaredError;
import dev.nabla.net.Symbolic;
import dev.nabla.net.Tanh;
import dev.nabla.net.Trained;
import dev.nabla.practice.Draw;
import dev.nabla.practice.Practice;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/** The names a notebook sees: {@code import static dev.nabla.Nabla.*}. */
public final class Nabla {
  private Nabla() {}

  /** Shows each value, one below the other. */
  public static void show(Object... values) {
    for (Object value : values) {
      Screen.current().show(value);
    }
  }

  /**
   * Removes what the cell has printed and shown so far.
   *
   * <pre>{@code
   * for (int i = 1; i <= 10; i++) {
   *   net = net.forward(X).backward(Y).step(0.5);
   *   clearOutput();
   *   show(net.W(1));   // takes the place of the one before
   * }
   * }</pre>
   */
  public static void clearOutput() {
    Screen.current().clear();
  }

  /**
   * A slider for a number, in the middle of its range.
   *
   * <pre>{@code
   * var eta = slider("eta", 0, 1, 0.1);
   * eta           // eta = 0.5 (a slider from 0 to 1 in steps of 0.1)
   * eta.value()   // 0.5
   * }</pre>
   *
   * @throws NablaException if the range is empty or the step does not fit into it
   */
  public static Slider slider(String name, double from, double to, double step) {
    return Slider.of(name, from, to, step, null);
  }

  /**
   * A slider whose number is given to an action; what that gives, shows or prints stands below and
   * is replaced whenever the slider moves.
   *
   * <pre>{@code
   * slider("eta", 0, 1, 0.1, eta -> back.step(eta));
   * slider("eta", 0, 1, 0.1, eta -> { show(back); return back.step(eta); });
   * }</pre>
   *
   * @param action gives a value; one that has none to give ends with {@code return null;}
   * @throws NablaException if the range is empty or the step does not fit into it
   */
  public static Slider slider(
      String name, double from, double to, double step, DoubleFunction<?> action) {
    return Slider.of(name, from, to, step, action);
  }

  /**
   * A button; what its action gives, shows or prints stands below and is replaced at each press.
   *
   * <pre>{@code
   * button("one more step", () -> net = net.forward(X).backward(Y).step(0.5))
   * }</pre>
   */
  public static Button button(String name, Supplier<?> action) {
    return Button.of(name, action);
  }

  /** A button whose action gives nothing. */
  public static Button button(String name, Runnable action) {
    return Button.of(
        name,
        () -> {
          action.run();
          return null;
        });
  }

  /**
   * An empty table with these columns.
   *
   * <pre>{@code
   * table("d", "ratio").row(1, 1.2).row(2, 3.6)
   * }</pre>
   *
   * @throws NablaException if there is no header
   */
  public static Table table(String... headers) {
    return Table.of(headers);
  }

  /**
   * One curve for each row of values, over 0, 1, 2 ...; from large to small ones on a logarithmic
   * axis.
   *
   * <pre>{@code
   * plot(run.losses())
   * }</pre>
   *
   * @throws NablaException if a curve has no values
   */
  public static Plot plot(double[]... curves) {
    return Plot.of(curves);
  }

  /**
   * The curve of f over an interval.
   *
   * <pre>{@code
   * plot(x -> x * x, -1, 1)
   * }</pre>
   *
   * @throws NablaException if the interval is empty
   */
  public static Plot plot(DoubleUnaryOperator f, double from, double to) {
    return Plot.of(f, from, to);
  }

  /**
   * The losses of one or more trainings, each curve named by its settings.
   *
   * <pre>{@code
   * plot(net.train(X, Y).rate(0.1).epochs(100), net.train(X, Y).rate(1).epochs(100))
   * }</pre>
   */
  public static Plot plot(Trained first, Trained... more) {
    return Trained.plot(first, more);
  }

  /**
   * The output of a net over the plane of its two inputs, with the examples on it and the line
   * between two classes.
   *
   * <pre>{@code
   * plot(net, data("xor").X(), data("xor").Y())
   * }</pre>
   *
   * @param X 2 x N
   * @param Y 1 x N, the targets
   * @throws NablaException unless the net has two inputs and one output, and X and Y fit it
   */
  public static Boundary plot(Network net, SimpleMatrix X, SimpleMatrix Y) {
    return Boundary.of(net, X, Y);
  }

  /**
   * The matrix as a shaded table: blue for positive, red for negative entries; a large one also as
   * a picture.
   *
   * <pre>{@code
   * heat(net.W(1))
   * }</pre>
   */
  public static Marked heat(SimpleMatrix M) {
    return Marked.heat(M);
  }

  /**
   * Matrices with signs between them, in one row as on paper.
   *
   * <pre>{@code
   * equation(pass.S(1), "=", net.W(1), "*", pass.Z(0))
   * }</pre>
   *
   * @param parts matrices, numbers, and signs as text
   * @throws NablaException if a part is something else
   */
  public static Equation equation(Object... parts) {
    return Equation.of(parts);
  }

  /**
   * The matrix as a table of fractions, where small ones fit: 1/2 for 0.5.
   *
   * <pre>{@code
   * fractions(row(0.5, 0.75))   // 1/2 3/4
   * }</pre>
   */
  public static Marked fractions(SimpleMatrix M) {
    return Marked.fractions(M);
  }

  /**
   * The LaTeX source of what a value shows; of its text, where it shows no formula.
   *
   * <pre>{@code
   * latex(row(1, 2))
   * }</pre>
   */
  public static String latex(Object value) {
    Map<String, String> bundle = Display.bundle(value, null);
    return bundle.getOrDefault(
        Display.LATEX, bundle.getOrDefault(Display.MARKDOWN, bundle.get(Display.TEXT)));
  }

  // ---- matrices ----

  /**
   * The matrix written in text: rows split by {@code ;} or line, entries by spaces or, in a whole
   * row, by commas, {@code 1/2} allowed.
   *
   * <pre>{@code
   * matrix("1 2; 3 4").mult(column(1, 1))   // 3; 7
   * }</pre>
   *
   * @throws NablaException if rows differ in length or a word is not a number
   */
  public static SimpleMatrix matrix(String text) {
    return MatrixText.parse(text);
  }

  /**
   * The matrix with {@code rows[i][j]} in row i, column j; the array is copied.
   *
   * @throws NablaException if there is no entry or the rows differ in length
   */
  public static SimpleMatrix matrix(double[][] rows) {
    return Matrices.of(rows);
  }

  /**
   * A 1 x n matrix: {@code row(1, 2)} is 1 x 2.
   *
   * <pre>{@code
   * row(1, 2).mult(column(3, 4))   // 11.0
   * }</pre>
   */
  public static SimpleMatrix row(double... entries) {
    return Matrices.row(entries);
  }

  /** An n x 1 matrix: {@code column(1, 2)} is 2 x 1. */
  public static SimpleMatrix column(double... entries) {
    return Matrices.column(entries);
  }

  /**
   * A matrix of zeros.
   *
   * <pre>{@code
   * zeros(2, 3)   // 0 0 0; 0 0 0
   * }</pre>
   */
  public static SimpleMatrix zeros(int rows, int columns) {
    return Matrices.constant("zeros", rows, columns, 0);
  }

  /**
   * A matrix of ones. {@code M.mult(ones(N, 1))} sums the rows of M, {@code b.mult(ones(1, N))}
   * repeats the column b.
   *
   * <pre>{@code
   * matrix("1 2; 3 4").mult(ones(2, 1))   // 3; 7
   * }</pre>
   */
  public static SimpleMatrix ones(int rows, int columns) {
    return Matrices.constant("ones", rows, columns, 1);
  }

  /**
   * The same matrix with a name for its caption.
   *
   * <pre>{@code
   * label(row(1, 2), "W2")   // W2 - 1 x 2
   * }</pre>
   */
  public static Quantity label(SimpleMatrix m, String name) {
    return Quantity.label(m, name);
  }

  /**
   * The same matrix with a name, and what its rows and columns mean: one word ({@code "hidden"}) or
   * a name for each ({@code "h1 h2 h3"}).
   *
   * <pre>{@code
   * label(matrix("1 2; 3 4"), "W1", "hidden", "inputs")   // W1 - 2 x 2 - hidden x inputs
   * }</pre>
   */
  public static Quantity label(SimpleMatrix m, String name, String rows, String columns) {
    return Quantity.label(m, name, rows, columns);
  }

  /**
   * To the nearest with this many decimals; a half goes away from zero.
   *
   * <pre>{@code
   * round(-2.5, 0)   // -3.0
   * }</pre>
   */
  public static double round(double x, int decimals) {
    return Rounding.round(x, decimals);
  }

  /**
   * Each entry to the nearest with this many decimals; a half goes away from zero.
   *
   * <pre>{@code
   * round(row(0.125, 0.124), 2)   // 0.13 0.12
   * }</pre>
   */
  public static SimpleMatrix round(SimpleMatrix m, int decimals) {
    return Rounding.round(m, decimals);
  }

  /**
   * The digits after this many decimals dropped.
   *
   * <pre>{@code
   * truncate(0.129, 2)   // 0.12
   * }</pre>
   */
  public static double truncate(double x, int decimals) {
    return Rounding.truncate(x, decimals);
  }

  /** Each entry with the digits after this many decimals dropped. */
  public static SimpleMatrix truncate(SimpleMatrix m, int decimals) {
    return Rounding.truncate(m, decimals);
  }

  /** Asserts that both are equal up to 1e-9 in every entry. */
  public static Expectation expect(SimpleMatrix actual, SimpleMatrix expected) {
    return expect(actual, expected, Expectation.TOLERANCE);
  }

  /**
   * Asserts that both are equal up to a tolerance in every entry.
   *
   * <pre>{@code
   * expect(back.dW(2), row(-0.1029, -0.206, 0.0176), 1e-4)   // ✓ dL/dW2 is as expected
   * }</pre>
   *
   * @throws NablaException naming the entry that is farthest off
   */
  public static Expectation expect(SimpleMatrix actual, SimpleMatrix expected, double tolerance) {
    return Expectation.of(actual, expected, tolerance);
  }

  /**
   * Asserts that a matrix is the one written in text, up to 1e-9.
   *
   * <pre>{@code
   * expect(ones(2, 2), "1 1; 1 1")   // ✓ ...
   * }</pre>
   */
  public static Expectation expect(SimpleMatrix actual, String expected) {
    return expect(actual, expected, Expectation.TOLERANCE);
  }

  /** Asserts that a matrix is the one written in text, up to a tolerance. */
  public static Expectation expect(SimpleMatrix actual, String expected, double tolerance) {
    return expect(actual, matrix(expected), tolerance);
  }

  /**
   * Asserts that both numbers are equal up to 1e-9.
   *
   * <pre>{@code
   * expect(0.1 + 0.2, 0.3)   // ✓ ...
   * }</pre>
   */
  public static Expectation expect(double actual, double expected) {
    return expect(actual, expected, Expectation.TOLERANCE);
  }

  /** Asserts that both numbers are equal up to a tolerance. */
  public static Expectation expect(double actual, double expected, double tolerance) {
    return expect(row(actual), row(expected), tolerance);
  }

  /**
   * Asserts that two formulas are equal.
   *
   * <pre>{@code
   * expect(derivative("x^3", "x").equalTo("3 x^2"))
   * // equal: df/dx = 3 x^2, in exact fractions at 20 random points
   * }</pre>
   *
   * @throws NablaException with a point at which they differ
   */
  public static Equality expect(Equality equality) {
    return equality.orFail();
  }

  /**
   * Asserts that an answer is right: a sheet's printed one, say, beside the exercise that asks it.
   *
   * <pre>{@code
   * expect(check("2 loss", 0.49161))   // right, in the digits you give: loss
   * }</pre>
   *
   * @throws NablaException saying what is wrong
   */
  public static Verdict expect(Verdict verdict) {
    return verdict.orFail();
  }

  /**
   * A column for each label, with a 1 in its row.
   *
   * <pre>{@code
   * oneHot(3, 1, 3)   // 1 0; 0 0; 0 1
   * }</pre>
   *
   * @param classes number of rows
   * @param labels from 1 to classes
   */
  public static SimpleMatrix oneHot(int classes, int... labels) {
    return OneHot.of(classes, labels);
  }

  /**
   * The columns of M one below the other.
   *
   * <pre>{@code
   * vec(matrix("1 2; 3 4"))   // 1; 3; 2; 4
   * }</pre>
   */
  public static SimpleMatrix vec(SimpleMatrix M) {
    return Stacking.vec(M);
  }

  /**
   * The matrix whose columns, one below the other, are v.
   *
   * <pre>{@code
   * unvec(column(1, 3, 2, 4), 2, 2)   // 1 2; 3 4
   * }</pre>
   */
  public static SimpleMatrix unvec(SimpleMatrix v, int rows, int columns) {
    return Stacking.unvec(v, rows, columns);
  }

  /**
   * Number of independent rows, up to rounding.
   *
   * <pre>{@code
   * rank(matrix("1 2; 2 4"))   // 1
   * }</pre>
   */
  public static int rank(SimpleMatrix M) {
    return Structure.rank(M);
  }

  /**
   * Largest difference between two rows in the same place; 0 exactly when all are equal.
   *
   * <pre>{@code
   * rowSpread(matrix("1 2; 1 5"))   // 3.0
   * }</pre>
   */
  public static double rowSpread(SimpleMatrix M) {
    return Structure.rowSpread(M);
  }

  /**
   * Largest difference between two columns in the same place; 0 exactly when all are equal.
   *
   * <pre>{@code
   * columnSpread(matrix("1 2; 1 5"))   // 4.0
   * }</pre>
   */
  public static double columnSpread(SimpleMatrix M) {
    return Structure.columnSpread(M);
  }

  /**
   * J_ki = dy_k/dx_i of any Java function at a column or a matrix, by central differences.
   *
   * <pre>{@code
   * jacobian(x -> tanh(matrix("1 2; 3 4").mult(x)), column(1, 1))
   * }</pre>
   */
  public static Jacobian jacobian(UnaryOperator<SimpleMatrix> f, SimpleMatrix at) {
    return Jacobian.of(f, at);
  }

  /**
   * J_ki = dz_k/ds_i of an activation at a column, exactly.
   *
   * <pre>{@code
   * jacobian(softmax, column(0, 0))   // 0.25 -0.25; -0.25 0.25
   * }</pre>
   */
  public static Jacobian jacobian(Activation f, SimpleMatrix at) {
    return f.jacobian(at);
  }

  /**
   * The theta that minimizes ||X theta - y||^2; rows of X are examples.
   *
   * <pre>{@code
   * round(leastSquares(matrix("1 0; 1 1; 1 2"), column(1, 3, 5)).theta(), 9)   // 1; 2
   * }</pre>
   */
  public static LeastSquares leastSquares(SimpleMatrix X, SimpleMatrix y) {
    return LeastSquares.of(X, y);
  }

  /**
   * The numbers of a CSV file, rows and columns as there.
   *
   * <pre>{@code
   * csv("points.csv")   // 1 2; 3 4
   * }</pre>
   */
  public static Quantity csv(String file) {
    return Csv.read(file);
  }

  // ---- networks ----

  /** f(s) = s. */
  public static final Identity identity = new Identity();

  /**
   * f(s) = 1/(1 + exp(-s)), f'(s) = z (1 - z).
   *
   * <pre>{@code
   * sigmoid.slope(0)   // 0.25
   * }</pre>
   */
  public static final Sigmoid sigmoid = new Sigmoid();

  /** f(s) = tanh s, f'(s) = 1 - z^2. */
  public static final Tanh tanh = new Tanh();

  /**
   * f(s) = max(0, s), f'(0) = 0; {@code relu.slopeAtZero(1)} and {@code relu.leaky(0.01)} are its
   * variants.
   *
   * <pre>{@code
   * relu.leaky(0.01).of(-3)   // -0.03
   * }</pre>
   */
  public static final Relu relu = new Relu(0, 0);

  /** p_j = exp(s_j) / sum_l exp(s_l), column by column. */
  public static final Softmax softmax = new Softmax();

  /**
   * The sum of (Z - Y)^2 over outputs and examples; {@code .half()} and {@code .mean()} scale.
   *
   * <pre>{@code
   * squaredError.half().of(row(7), row(3))   // 8.0
   * }</pre>
   */
  public static final Loss squaredError = new SquaredError(Scale.NONE);

  /**
   * The sum of -y log z - (1 - y) log(1 - z), targets 0 or 1; exact with sigmoid at any S.
   *
   * <pre>{@code
   * logLoss.of(row(0.5), row(1))   // 0.693...
   * }</pre>
   */
  public static final Loss logLoss = new LogLoss(Scale.NONE);

  /**
   * The sum of -y log z, targets one-hot; exact with softmax at any S.
   *
   * <pre>{@code
   * crossEntropy.of(column(0.5, 0.5), oneHot(2, 1))   // 0.693...
   * }</pre>
   */
  public static final Loss crossEntropy = new CrossEntropy(Scale.NONE);

  /**
   * The sum of max(0, p_l - p_y + margin) over examples and wrong classes l, targets one-hot. A
   * term that is exactly 0 counts as active unless {@code .strict()} is said.
   *
   * <pre>{@code
   * hinge(0.5).of(column(0.6, 0.3, 0.1), oneHot(3, 1))   // 0.2...
   * }</pre>
   */
  public static Hinge hinge(double margin) {
    return Hinge.of(margin);
  }

  /**
   * A g of which only the name is known: for {@code explain} and drawings.
   *
   * <pre>{@code
   * net(2).layer(3, activation("g")).layer(1).explain("Z1")   // Z1 = g(S1)
   * }</pre>
   */
  public static Activation activation(String name) {
    return new Symbolic(name);
  }

  /**
   * An activation of your own, entry by entry.
   *
   * <pre>{@code
   * activation("cube", s -> s * s * s, s -> 3 * s * s).of(2)   // 8.0
   * }</pre>
   *
   * @param f f(s)
   * @param slope f'(s)
   */
  public static Custom activation(String name, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
    return new Custom(name, f, slope);
  }

  /**
   * Built-in examples: {@code data("xor").X()} and {@code .Y()}.
   *
   * <pre>{@code
   * data("xor").Y()   // 0 1 1 0
   * }</pre>
   *
   * @param name {@code and}, {@code or}, {@code xor} or {@code two moons}
   */
  public static Data data(String name) {
    return Data.of(name);
  }

  /**
   * An empty net. The first layer's matrix or the first data says how many inputs it has.
   *
   * <pre>{@code
   * net().layer(3, relu).layer(1)
   * // net: ? inputs -> 3 relu -> 1, waits for its first data; weights random(1)
   * }</pre>
   */
  public static Network net() {
    return Network.empty();
  }

  /**
   * An empty net with this number of inputs.
   *
   * <pre>{@code
   * net(2).layer(1).constant(0.5).forward(3, 4).output()   // 4.0
   * }</pre>
   */
  public static Network net(int inputs) {
    return Network.withInputs(inputs);
  }

  /** 1/(1 + exp(-x)). */
  public static double sigmoid(double x) {
    return sigmoid.of(x);
  }

  /**
   * 1/(1 + exp(-x)) of each entry.
   *
   * <pre>{@code
   * sigmoid(row(0, 0))   // 0.5 0.5
   * }</pre>
   */
  public static SimpleMatrix sigmoid(SimpleMatrix x) {
    return sigmoid.of(x);
  }

  /** tanh of each entry. */
  public static SimpleMatrix tanh(SimpleMatrix x) {
    return tanh.of(x);
  }

  /** max(0, x). */
  public static double relu(double x) {
    return relu.of(x);
  }

  /**
   * max(0, x) of each entry.
   *
   * <pre>{@code
   * relu(row(-1, 2))   // 0 2
   * }</pre>
   */
  public static SimpleMatrix relu(SimpleMatrix x) {
    return relu.of(x);
  }

  /**
   * exp(x_j) / sum_l exp(x_l), column by column.
   *
   * <pre>{@code
   * softmax(column(1, 1))   // 0.5; 0.5
   * }</pre>
   */
  public static SimpleMatrix softmax(SimpleMatrix x) {
    return softmax.of(x);
  }

  // ---- graphs ----

  /**
   * The computation graph of formulas {@code name = formula}, one to a line or separated by {@code
   * ;}, after declarations such as {@code W: n x d, x: d, phi: R -> R}.
   *
   * <p>A space or a number in front multiplies; {@code .*} is the product entry by entry, {@code
   * ^T} the transpose, {@code ||r||^2} the squared norm, {@code phi'(z)} a derivative.
   *
   * <pre>{@code
   * var g = graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2");
   * g.derivative("v", "x")                             // dv/dx = 4 c (a - b) (w + 2 y + z), with ...
   * g.derivative("v", "x").equalTo("4c(a-b)(w+2y+z)")  // equal: ...
   * g.at("c=2 w=1 x=0 y=1 z=-1").backward()            // dv/dx = 64.0
   * }</pre>
   *
   * @throws NablaException pointing at the character where the text cannot be read or shapes do not
   *     fit
   */
  public static Graph graph(String formulas) {
    return Graph.of(formulas);
  }

  /**
   * The derivative of one formula by a name in it.
   *
   * <pre>{@code
   * derivative("sigma(x)", "x")   // df/dx = sigmoid(x) (1 - sigmoid(x))
   * }</pre>
   */
  public static Derivative derivative(String formula, String by) {
    return Graph.derivativeOf(formula, by);
  }

  // ---- exercises ----

  /**
   * Asks for every quantity of a forward and backward pass. The net is the question; no answer is
   * written down anywhere.
   *
   * <pre>{@code
   * exercise("2", net.forward(X).backward(Y)).step(0.5)
   * // 2: S1 Z1 S2 Z2 loss delta2 dW2 dZ1 delta1 dW1 dX newW1 newW2
   * }</pre>
   *
   * @param id one word that finds the exercise again
   */
  public static Exercise exercise(String id, Backward back) {
    return Exercise.of(id, back);
  }

  /**
   * Asks for the derivatives of a graph as formulas: {@code dv/dx}.
   *
   * <pre>{@code
   * exercise("3", g)   // 3: dv/dw dv/dx dv/dy dv/dz dv/dc
   * }</pre>
   */
  public static Exercise exercise(String id, Graph graph) {
    return Exercise.of(id, graph);
  }

  /** Asks for the values and gradients of a graph in numbers. */
  public static Exercise exercise(String id, Gradients gradients) {
    return Exercise.of(id, gradients);
  }

  /**
   * Asks for what follows: {@code exercise("1g").asks("theta", fit.theta())}.
   *
   * <pre>{@code
   * exercise("4").asks("rank", 1)   // 4: rank
   * }</pre>
   */
  public static Exercise exercise(String id) {
    return Exercise.of(id);
  }

  /**
   * Judges an answer: right, right in its digits, right from your own earlier values, or what is
   * wrong and a question. An answer that cannot be read is wrong, too: it says why, and the cells
   * behind it run.
   *
   * <pre>{@code
   * check("2 dW1", matrix("1 2 3; 4 5 6"))
   * // Your dW1 is 2 x 3, the shape of the transpose. W1 is 3 x 2; which shape must its gradient have?
   * }</pre>
   *
   * @param question the id of the exercise and the quantity: {@code "2 dW1"}, an entry {@code "2
   *     dW1[2,1]"}
   * @param answer a matrix, an array, a number, their text, or a formula
   * @throws NablaException if no such question is open
   */
  public static Verdict check(String question, Object answer) {
    return Exercises.check(question, answer);
  }

  /**
   * The first hint for a question.
   *
   * <pre>{@code
   * hint("2 dW1")   // dW1 has the shape of W1, 3 x 2. More: hint("2 dW1", 2)
   * }</pre>
   */
  public static Hint hint(String question) {
    return hint(question, 1);
  }

  /** A hint for a question; levels 1 to 3 say more and more, none says the answer. */
  public static Hint hint(String question, int level) {
    return Exercises.hint(question, level);
  }

  /**
   * The worked solution of a question.
   *
   * <pre>{@code
   * reveal("2 dW2")   // dL/dW2 = delta2 Z1^T
   * }</pre>
   */
  public static Showable reveal(String question) {
    return Exercises.reveal(question);
  }

  /**
   * Confirms that an answer to graded work can be read. It judges nothing: that is done after
   * handing in.
   *
   * <pre>{@code
   * // received: 2 dW1 (2 x 2). It is judged after you hand in.
   * receipt("2 dW1", "1 2; 3 4")
   * }</pre>
   *
   * @param question what is asked, as in {@link #check}
   * @param answer a matrix, a number, their text, or a formula
   */
  public static Receipt receipt(String question, Object answer) {
    return Receipt.of(question, answer);
  }

  /**
   * A fresh problem and its exercise; the same seed gives the same problem.
   *
   * <pre>{@code
   * practice("batch", 7);
   * check("batch dW1", "1 2; 3 4; 5 6")
   * }</pre>
   *
   * @param kind {@code chain}, {@code derivative}, {@code gradients}, {@code jacobian}, {@code
   *     fit}, {@code forward}, {@code backward}, {@code batch}, {@code intercept}, {@code equal},
   *     {@code logistic}, {@code hinge}, {@code memory} or {@code cost}
   * @throws NablaException naming the kinds if there is none of this name
   */
  public static Practice practice(String kind, long seed) {
    return Practice.of(kind, seed);
  }

  /**
   * Small whole numbers for the data of an exercise; the same seed gives the same numbers.
   *
   * <pre>{@code
   * var draw = numbers(7);
   * draw.matrix(2, 3, 4)   // 3 3 -3; -1 -2 -2
   * }</pre>
   */
  public static Draw numbers(long seed) {
    return new Draw(seed);
  }
}
