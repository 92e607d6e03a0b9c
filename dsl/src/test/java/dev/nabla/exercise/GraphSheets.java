package dev.nabla.exercise;

import static dev.nabla.exercise.Functions.each;
import static dev.nabla.exercise.Functions.named;
import static dev.nabla.exercise.Functions.slope;

import dev.nabla.Nabla;
import dev.nabla.graph.Gradients;
import dev.nabla.net.Activation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.ejml.simple.SimpleMatrix;

/**
 * The graphs of the worksheets with any numbers, each worked by hand with the slips one can make in
 * it. A slip is a tag of the catalogue and, after a colon, where it is made.
 */
final class GraphSheets {
  static final double RATE = 0.5;

  private GraphSheets() {}

  /**
   * One graph, or other calculation, with numbers.
   *
   * @param id of the exercise
   * @param opening opens the exercise
   * @param slips what can go wrong in it
   * @param work the whole calculation by hand
   * @param steps the parameters that are moved against their gradient
   */
  record GraphSheet(
      String id,
      Runnable opening,
      List<String> slips,
      Consumer<Pen> work,
      Map<String, SimpleMatrix> steps) {
    GraphSheet(
        Gradients gradients,
        List<String> slips,
        Consumer<Pen> work,
        Map<String, SimpleMatrix> steps) {
      this("1", () -> open(gradients, steps), slips, work, steps);
    }

    private static void open(Gradients gradients, Map<String, SimpleMatrix> steps) {
      Exercise exercise = Nabla.exercise("1", gradients);
      if (!steps.isEmpty()) {
        exercise.step(RATE);
      }
    }

    /** Opens the exercise, and no other. */
    void open() {
      Exercises.clear();
      opening.run();
    }
  }

  static GraphSheet of(int kind, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + kind);
    return switch (kind) {
      case 0 -> hiddenSum(random);
      case 1 -> twoLayers(random);
      case 2 -> sharedNode(random);
      case 3 -> leastSquares(random);
      default -> productRule(random);
    };
  }

  /** Worksheets 2 and 3, 2b to 2d: f = (y - sum(phi(W x + b)))^2. */
  private static GraphSheet hiddenSum(Random random) {
    String phi = List.of("relu", "sigmoid", "tanh").get(random.nextInt(3));
    int d = 2 + random.nextInt(2);
    SimpleMatrix W = numbers(3, d, random);
    SimpleMatrix b = numbers(3, 1, random);
    SimpleMatrix x = numbers(d, 1, random);
    double y = 1 + random.nextInt(4);
    Gradients gradients =
        Nabla.graph("W: n x d, x: d, b: n, phi: R -> R; z = W x + b; r = y - sum(phi(z)); f = r^2")
            .at("W", W, "x", x, "b", b, "y", y, "phi", activation(phi))
            .backward();
    Consumer<Pen> work =
        pen -> {
          SimpleMatrix Wx = pen.written(W.mult(x));
          SimpleMatrix z = pen.write("z", pen.slips("operation-forgotten:b") ? Wx : Wx.plus(b));
          SimpleMatrix value = each(z, named(phi));
          SimpleMatrix a = pen.slips("operation-forgotten:phi") ? z : pen.written(value);
          double sum = pen.written(a.elementSum());
          double r = pen.write("r", pen.slips("sign-lost:r") ? y + sum : y - sum);
          double square = pen.slips("operation-forgotten:f") ? r : r * r;
          pen.write("f", pen.slips("power-as-product") ? 2 * r : square);
          double lowered = pen.slips("exponent-forgotten") ? r : 2 * r;
          double dr = pen.write("df/dr", pen.slips("power-not-lowered") ? lowered * r : lowered);
          double ds = pen.written(pen.slips("sign-lost:s") ? dr : -dr);
          SimpleMatrix f = each(pen.slips("slope-at-activation") ? value : z, slope(phi));
          SimpleMatrix partial = pen.slips("function-for-slope") ? value : f;
          SimpleMatrix da = SimpleMatrix.ones(3, 1).scale(ds);
          SimpleMatrix dz =
              pen.write("df/dz", pen.slips("partial-forgotten") ? da : da.elementMult(partial));
          pen.write("df/db", dz);
          pen.write("df/dy", dr);
          SimpleMatrix above = pen.slips("delta-forgotten") ? SimpleMatrix.ones(3, 1) : dz;
          SimpleMatrix dW = pen.write("df/dW", above.mult(x.transpose()));
          pen.write("df/dx", down(pen, W, dz));
          pen.step("W", W, dW, RATE);
          pen.step("b", b, dz, RATE);
        };
    List<String> slips =
        List.of(
            "operation-forgotten:b",
            "operation-forgotten:phi",
            "operation-forgotten:f",
            "power-as-product",
            "sign-lost:r",
            "exponent-forgotten",
            "power-not-lowered",
            "sign-lost:s",
            "slope-at-activation",
            "function-for-slope",
            "partial-forgotten",
            "delta-forgotten",
            "weights-forgotten",
            "weights-not-transposed",
            "rate-forgotten",
            "update-added",
            "step-alone",
            "step-alone:down",
            "sign",
            "transposed");
    return new GraphSheet(gradients, slips, work, Map.of("W", W, "b", b));
  }

  /** Worksheets 2 and 3, 2e: l = 1/2 ||W2 Phi(W1 x + b) - y||^2. */
  private static GraphSheet twoLayers(Random random) {
    String phi = List.of("relu", "sigmoid", "tanh").get(random.nextInt(3));
    int h = 2 + random.nextInt(2);
    SimpleMatrix W1 = numbers(h, 2, random);
    SimpleMatrix b = numbers(h, 1, random);
    SimpleMatrix x = numbers(2, 1, random);
    SimpleMatrix W2 = numbers(2, h, random);
    SimpleMatrix y = numbers(2, 1, random);
    Gradients gradients =
        Nabla.graph(
                "W1: h x d, x: d, b: h, W2: p x h, y: p, Phi: R -> R; x1 = W1 x + b; x2 = Phi(x1);"
                    + " r = W2 x2 - y; l = 1/2 ||r||^2")
            .at("W1", W1, "x", x, "b", b, "W2", W2, "y", y, "Phi", activation(phi))
            .backward();
    Consumer<Pen> work =
        pen -> {
          SimpleMatrix W1x = pen.written(W1.mult(x));
          SimpleMatrix x1 = pen.write("x1", pen.slips("operation-forgotten:b") ? W1x : W1x.plus(b));
          SimpleMatrix value = each(x1, named(phi));
          SimpleMatrix x2 = pen.write("x2", pen.slips("operation-forgotten:phi") ? x1 : value);
          SimpleMatrix W2x2 = pen.written(W2.mult(x2));
          SimpleMatrix minus = pen.slips("sign-lost:r") ? W2x2.plus(y) : W2x2.minus(y);
          SimpleMatrix r = pen.write("r", pen.slips("operation-forgotten:y") ? W2x2 : minus);
          double square = pen.written(r.elementMult(r).elementSum());
          pen.write("l", pen.slips("operation-forgotten:half") ? square : square / 2);
          double half = pen.slips("partial-forgotten:half") ? 1 : 0.5;
          double lowered = pen.slips("exponent-forgotten") ? 1 : 2;
          SimpleMatrix dr = pen.write("dl/dr", r.scale(half * lowered));
          SimpleMatrix above = pen.slips("delta-forgotten:W2") ? SimpleMatrix.ones(2, 1) : dr;
          pen.write("dl/dW2", above.mult(x2.transpose()));
          SimpleMatrix dx2 = pen.write("dl/dx2", down(pen, W2, dr));
          SimpleMatrix f = each(pen.slips("slope-at-activation") ? value : x1, slope(phi));
          SimpleMatrix partial = pen.slips("function-for-slope") ? value : f;
          boolean alone = pen.slips("partial-forgotten:phi");
          SimpleMatrix dx1 = pen.write("dl/dx1", alone ? dx2 : dx2.elementMult(partial));
          pen.write("dl/db", dx1);
          SimpleMatrix here = pen.slips("delta-forgotten:W1") ? SimpleMatrix.ones(h, 1) : dx1;
          SimpleMatrix dW1 = pen.write("dl/dW1", here.mult(x.transpose()));
          pen.write("dl/dx", W1.transpose().mult(dx1));
          pen.step("W1", W1, dW1, RATE);
          pen.step("b", b, dx1, RATE);
        };
    List<String> slips =
        List.of(
            "operation-forgotten:b",
            "operation-forgotten:phi",
            "operation-forgotten:y",
            "operation-forgotten:half",
            "sign-lost:r",
            "partial-forgotten:half",
            "exponent-forgotten",
            "delta-forgotten:W2",
            "delta-forgotten:W1",
            "weights-forgotten",
            "weights-not-transposed",
            "slope-at-activation",
            "function-for-slope",
            "partial-forgotten:phi",
            "rate-forgotten",
            "update-added",
            "step-alone",
            "step-alone:down",
            "sign",
            "transposed");
    return new GraphSheet(gradients, slips, work, Map.of("W1", W1, "b", b));
  }

  /** Worksheet 5, 3.1: f = sin(x y)/z + exp(x z)/(x y). */
  private static GraphSheet sharedNode(Random random) {
    double x = number(random);
    double y = number(random);
    double z = number(random);
    Gradients gradients =
        Nabla.graph("p = x y; q = x z; f = sin(p)/z + exp(q)/p")
            .at(String.format(Locale.ROOT, "x=%s y=%s z=%s", x, y, z))
            .backward();
    Consumer<Pen> work =
        pen -> {
          double p = pen.write("p", x * y);
          double q = pen.write("q", x * z);
          double s = pen.written(StrictMath.sin(p));
          double e = pen.written(StrictMath.exp(q));
          pen.write("f", pen.written(s / z) + pen.written(e / p));
          double cos = pen.slips("function-for-slope") ? s : StrictMath.cos(p);
          double bySin = pen.written(pen.slips("partial-forgotten:sin") ? 1 / z : cos / z);
          double byP = pen.written((pen.slips("sign-lost:p") ? e : -e) / p / p);
          double dp = pen.write("df/dp", pen.slips("path-forgotten:p") ? bySin : bySin + byP);
          double dq = pen.write("df/dq", pen.slips("partial-forgotten:exp") ? 1 / p : e / p);
          double xFromP = pen.written(y * dp);
          double xFromQ = pen.written(z * dq);
          double dx = pen.slips("path-forgotten:x") ? xFromP : xFromP + xFromQ;
          pen.write("df/dx", pen.slips("paths-multiplied") ? xFromP * xFromQ : dx);
          pen.write("df/dy", pen.slips("delta-forgotten") ? x : x * dp);
          double zDirect = pen.written((pen.slips("sign-lost:z") ? s : -s) / z / z);
          double zFromQ = pen.written(x * dq);
          pen.write("df/dz", pen.slips("path-forgotten:z") ? zFromQ : zDirect + zFromQ);
        };
    List<String> slips =
        List.of(
            "function-for-slope",
            "partial-forgotten:sin",
            "partial-forgotten:exp",
            "sign-lost:p",
            "sign-lost:z",
            "path-forgotten:p",
            "path-forgotten:x",
            "path-forgotten:z",
            "paths-multiplied",
            "delta-forgotten",
            "sign");
    return new GraphSheet(gradients, slips, work, Map.of());
  }

  /** Worksheet 5, 1.8: J = ||X theta - y||^2, and a step down from theta. */
  private static GraphSheet leastSquares(Random random) {
    int N = 3 + random.nextInt(2);
    int d = 2 + random.nextInt(2);
    SimpleMatrix X = numbers(N, d, random);
    SimpleMatrix theta = numbers(d, 1, random);
    SimpleMatrix y = numbers(N, 1, random);
    Gradients gradients =
        Nabla.graph("X: N x d, theta: d, y: N; r = X theta - y; J = ||r||^2")
            .at("X", X, "theta", theta, "y", y)
            .backward();
    Consumer<Pen> work =
        pen -> {
          SimpleMatrix product = pen.written(X.mult(theta));
          SimpleMatrix minus = pen.slips("sign-lost") ? product.plus(y) : product.minus(y);
          SimpleMatrix r = pen.write("r", pen.slips("operation-forgotten") ? product : minus);
          pen.write("J", r.elementMult(r).elementSum());
          SimpleMatrix dr = pen.write("dJ/dr", pen.slips("exponent-forgotten") ? r : r.scale(2));
          SimpleMatrix byTheta = pen.write("dJ/dtheta", down(pen, X, dr));
          pen.step("theta", theta, byTheta, RATE);
        };
    List<String> slips =
        List.of(
            "operation-forgotten",
            "sign-lost",
            "exponent-forgotten",
            "weights-forgotten",
            "weights-not-transposed",
            "rate-forgotten",
            "update-added",
            "step-alone",
            "step-alone:down",
            "sign",
            "transposed");
    return new GraphSheet(gradients, slips, work, Map.of("theta", theta));
  }

  /** Worksheet 1, 1b and worksheets 2 and 3, 2a: v = g1 g2 + g3 of one w. */
  private static GraphSheet productRule(Random random) {
    double w = number(random);
    Gradients gradients =
        Nabla.graph("g1 = w^2; g2 = 3 w; g3 = w^3; v = g1 g2 + g3")
            .at(String.format(Locale.ROOT, "w=%s", w))
            .backward();
    Consumer<Pen> work =
        pen -> {
          double g1 = pen.write("g1", pen.slips("power-as-product") ? 2 * w : w * w);
          double g2 = pen.write("g2", pen.slips("operation-forgotten") ? w : 3 * w);
          double g3 = pen.write("g3", w * w * w);
          pen.write("v", pen.written(g1 * g2) + g3);
          pen.write("dv/dg1", g2);
          pen.write("dv/dg2", g1);
          double by1 = pen.slips("exponent-forgotten:1") ? w : 2 * w;
          by1 = pen.slips("power-not-lowered:1") ? by1 * w : by1;
          double by3 = pen.slips("exponent-forgotten:3") ? w * w : 3 * w * w;
          by3 = pen.slips("power-not-lowered:3") ? by3 * w : by3;
          double one = pen.written(g2 * (pen.slips("partial-forgotten:1") ? 1 : by1));
          double two = pen.written(g1 * (pen.slips("partial-forgotten:2") ? 1 : 3));
          double three = pen.written(pen.slips("partial-forgotten:3") ? 1 : by3);
          double first = pen.slips("path-forgotten:1") ? 0 : one;
          double second = pen.slips("path-forgotten:2") ? 0 : two;
          pen.write("dv/dw", first + second + (pen.slips("path-forgotten:3") ? 0 : three));
        };
    List<String> slips =
        List.of(
            "power-as-product",
            "operation-forgotten",
            "exponent-forgotten:1",
            "exponent-forgotten:3",
            "power-not-lowered:1",
            "power-not-lowered:3",
            "partial-forgotten:1",
            "partial-forgotten:2",
            "partial-forgotten:3",
            "path-forgotten:1",
            "path-forgotten:2",
            "path-forgotten:3",
            "sign");
    return new GraphSheet(gradients, slips, work, Map.of());
  }

  /** A^T times what has arrived at A x. */
  private static SimpleMatrix down(Pen pen, SimpleMatrix A, SimpleMatrix above) {
    if (pen.slips("weights-not-transposed") && A.getNumRows() == A.getNumCols()) {
      return A.mult(above);
    }
    SimpleMatrix ones = SimpleMatrix.ones(A.getNumRows(), A.getNumCols());
    return (pen.slips("weights-forgotten") ? ones : A).transpose().mult(above);
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "relu" -> Nabla.relu;
      case "sigmoid" -> Nabla.sigmoid;
      default -> Nabla.tanh;
    };
  }

  /** Between -2 and 2 in steps of 0.1, not 0. */
  private static double number(Random random) {
    return (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(20)) / 10.0;
  }

  static SimpleMatrix numbers(int rows, int columns, Random random) {
    SimpleMatrix m = new SimpleMatrix(rows, columns);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.set(i, number(random));
    }
    return m;
  }
}
