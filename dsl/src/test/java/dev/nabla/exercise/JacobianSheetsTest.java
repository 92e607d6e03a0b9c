package dev.nabla.exercise;

import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.jacobian;
import static dev.nabla.exercise.Functions.each;

import dev.nabla.Nabla;
import dev.nabla.exercise.GraphSheets.GraphSheet;
import dev.nabla.matrix.Jacobian;
import dev.nabla.practice.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.simple.SimpleMatrix;

/**
 * Jacobians with numbers: products, softmax, by a matrix, linear maps and squares, and those of
 * practice.
 *
 * <p>Of a Jacobian that is no product and of no activation only the function and the point are
 * known, not how it is worked out. So a mistake inside it is out of reach: what is measured there
 * is what shows in the result (its sign, a factor 2, its layout) and the point it is taken at.
 */
class JacobianSheetsTest extends SheetFigures {
  private static final List<String> OF_PRODUCT =
      List.of(
          "factors-exchanged",
          "factor-forgotten:outer",
          "factor-forgotten:inner",
          "factors-added",
          "factor-transposed:outer",
          "factor-transposed:inner",
          "entrywise-for-product",
          "sign",
          "transposed");

  @Override
  List<GraphSheet> sheets() {
    List<GraphSheet> sheets = new ArrayList<>();
    for (long seed = 1; seed <= GENERATED; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      sheets.add(product(3, 3, random));
      sheets.add(product(2, 2, random));
      sheets.add(product(2, 3, random));
      sheets.add(softmax(2 + random.nextInt(3), random));
      sheets.add(byMatrix(random));
      sheets.add(squares(random));
      sheets.add(ofPractice(seed));
    }
    return sheets;
  }

  /** Worksheet 1, 1a: f(g(x)), g and f with products of neighbors. */
  private static GraphSheet product(int n, int m, Random random) {
    SimpleMatrix x = GraphSheets.numbers(n, 1, random);
    SimpleMatrix k = GraphSheets.numbers(m, 1, random);
    SimpleMatrix c = GraphSheets.numbers(m, 1, random);
    Jacobian inner = jacobian(p -> neighbors(p, k), x);
    Jacobian outer = jacobian(u -> each(u, StrictMath::sin).plus(neighbors(u, c)), neighbors(x, k));
    List<String> slips = new ArrayList<>(OF_PRODUCT);
    slips.add("wrong-point");
    return new GraphSheet(
        "1",
        () -> exercise("1").asks("Jg", inner).asks("Jf", outer).asks("J", outer.times(inner)),
        slips,
        pen -> {
          SimpleMatrix Jg = pen.write("Jg", slopes(x, k));
          boolean atX = n == m && pen.slips("wrong-point");
          SimpleMatrix u = atX ? x : neighbors(x, k);
          SimpleMatrix ofSine = each(u, StrictMath::cos).diag();
          multiply(pen, pen.write("Jf", ofSine.plus(slopes(u, c))), Jg);
        },
        Map.of());
  }

  /** Output i is c_i v_i v_(i+1), around the end. */
  private static SimpleMatrix neighbors(SimpleMatrix v, SimpleMatrix c) {
    SimpleMatrix y = c.createLike();
    for (int i = 0; i < y.getNumElements(); i++) {
      int n = v.getNumElements();
      y.set(i, c.get(i) * v.get(i % n) * v.get((i + 1) % n));
    }
    return y;
  }

  private static SimpleMatrix slopes(SimpleMatrix v, SimpleMatrix c) {
    int n = v.getNumElements();
    SimpleMatrix J = new SimpleMatrix(c.getNumElements(), n);
    for (int i = 0; i < c.getNumElements(); i++) {
      J.set(i, i % n, c.get(i) * v.get((i + 1) % n));
      J.set(i, (i + 1) % n, c.get(i) * v.get(i % n));
    }
    return J;
  }

  private static void multiply(Pen pen, SimpleMatrix Jf, SimpleMatrix Jg) {
    SimpleMatrix right = Jf.mult(Jg);
    boolean square = Jf.getNumRows() == Jf.getNumCols();
    boolean bothSquare = square && Jg.getNumRows() == Jg.getNumCols();
    boolean same = Jf.getNumRows() == Jg.getNumRows() && Jf.getNumCols() == Jg.getNumCols();
    SimpleMatrix J = right;
    if (pen.slips("factor-forgotten:outer")) {
      J = Jg;
    } else if (pen.slips("factor-forgotten:inner")) {
      J = Jf;
    } else {
      SimpleMatrix a = square && pen.slips("factor-transposed:outer") ? Jf.transpose() : Jf;
      SimpleMatrix b = bothSquare && pen.slips("factor-transposed:inner") ? Jg.transpose() : Jg;
      if (same && pen.slips("factors-added")) {
        J = a.plus(b);
      } else if (same && pen.slips("entrywise-for-product")) {
        J = a.elementMult(b);
      } else {
        J = bothSquare && pen.slips("factors-exchanged") ? b.mult(a) : a.mult(b);
      }
    }
    pen.write("J", J);
  }

  /** Worksheet 4, 3: diag(p) - p p^T. */
  private static GraphSheet softmax(int n, Random random) {
    SimpleMatrix o = GraphSheets.numbers(n, 1, random);
    List<String> slips =
        List.of(
            "softmax-diagonal",
            "softmax-term-forgotten:diagonal",
            "softmax-term-forgotten:product",
            "softmax-term-forgotten:minus",
            "sign-lost",
            "softmax-not-normalized",
            "activation-forgotten",
            "wrong-point",
            "sign");
    boolean byDifferences = random.nextBoolean();
    Jacobian asked =
        byDifferences ? jacobian(s -> Nabla.softmax(s), o) : jacobian(Nabla.softmax, o);
    return new GraphSheet(
        "1",
        () -> exercise("1").asks("J", asked),
        slips,
        pen -> {
          SimpleMatrix e = pen.written(each(o, StrictMath::exp));
          SimpleMatrix p = pen.written(e.divide(pen.written(e.elementSum())));
          if (pen.slips("softmax-not-normalized")) {
            p = pen.written(each(o, StrictMath::exp));
          } else if (pen.slips("activation-forgotten")) {
            p = o;
          } else if (pen.slips("wrong-point")) {
            p = pen.written(Functions.softmax(p, false));
          }
          SimpleMatrix square = p.mult(p.transpose());
          SimpleMatrix J = pen.slips("sign-lost") ? p.diag().plus(square) : p.diag().minus(square);
          if (pen.slips("softmax-term-forgotten:product")) {
            J = p.diag();
          } else if (pen.slips("softmax-term-forgotten:diagonal")) {
            J = square.scale(-1);
          } else if (pen.slips("softmax-term-forgotten:minus")) {
            J = square;
          }
          pen.write("J", pen.slips("softmax-diagonal") ? J.diag().diag() : J);
        },
        Map.of());
  }

  /** Worksheet 1, 1c: g(W) = tanh(A W u), the entries of W stacked by columns. */
  private static GraphSheet byMatrix(Random random) {
    SimpleMatrix A = GraphSheets.numbers(3, 2, random);
    SimpleMatrix W = GraphSheets.numbers(2, 3, random);
    SimpleMatrix u = GraphSheets.numbers(3, 1, random);
    SimpleMatrix s = A.mult(W).mult(u);
    Jacobian inner = jacobian(at -> A.mult(at).mult(u), W);
    Jacobian outer = jacobian(Nabla.tanh, s);
    return new GraphSheet(
        "1",
        () -> exercise("1").asks("Jg", inner).asks("Jf", outer).asks("J", outer.times(inner)),
        List.of(
            "stacked-by-rows",
            "factor-forgotten:outer",
            "factor-forgotten:inner",
            "slope-at-activation",
            "activation-for-slope",
            "sign",
            "transposed"),
        pen -> {
          SimpleMatrix Jg = new SimpleMatrix(3, 6);
          for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 2; i++) {
              for (int j = 0; j < 3; j++) {
                int place = pen.slips("stacked-by-rows") ? i * 3 + j : j * 2 + i;
                Jg.set(k, place, A.get(k, i) * u.get(j));
              }
            }
          }
          SimpleMatrix z = pen.written(each(s, StrictMath::tanh));
          SimpleMatrix ofZ = each(z, each -> 1 - each * each);
          if (pen.slips("activation-for-slope")) {
            ofZ = z;
          } else if (pen.slips("slope-at-activation")) {
            ofZ = each(z, Functions.slope("tanh"));
          }
          SimpleMatrix Jf = pen.write("Jf", ofZ.diag());
          multiply(pen, Jf, pen.write("Jg", Jg));
        },
        Map.of());
  }

  /** Worksheet 5, 1: A x and A (x o x), which are no products of Jacobians. */
  private static GraphSheet squares(Random random) {
    SimpleMatrix A = GraphSheets.numbers(3, 2, random);
    SimpleMatrix x = GraphSheets.numbers(2, 1, random);
    Jacobian linear = jacobian(v -> A.mult(v), x);
    Jacobian curved = jacobian(v -> A.mult(each(v, StrictMath::exp)), x);
    Jacobian quadratic = jacobian(v -> A.mult(v.elementMult(v)), x);
    return new GraphSheet(
        "1",
        () ->
            exercise("1")
                .asks("linear", linear)
                .asks("curved", curved)
                .asks("quadratic", quadratic),
        List.of("factor", "sign", "transposed"),
        pen -> {
          pen.write("linear", A);
          pen.write("curved", A.mult(pen.written(each(x, StrictMath::exp)).diag()));
          double two = pen.slips("factor") ? 1 : 2;
          pen.write("quadratic", A.mult(x.diag()).scale(two));
        },
        Map.of());
  }

  /** {@code practice("jacobian", seed)}, worked from its text. */
  private static GraphSheet ofPractice(long seed) {
    String text = Practice.of("jacobian", seed).toString();
    Matcher task =
        Pattern.compile(
                "\\(t\\^2, (-?\\d+) t\\).*x1\\^2 \\+ (-?\\d+) x2, x1 x2, (-?\\d+) x2\\^2.*t = (-?\\d+)")
            .matcher(text.replace("\n", " "));
    if (!task.find()) {
      throw new AssertionError(text);
    }
    int n = Integer.parseInt(task.group(1));
    int k = Integer.parseInt(task.group(2));
    int m = Integer.parseInt(task.group(3));
    int t = Integer.parseInt(task.group(4));
    return new GraphSheet(
        "jacobian",
        () -> Practice.of("jacobian", seed),
        List.of("factor-forgotten:outer", "factor-forgotten:inner", "sign", "transposed"),
        pen -> {
          SimpleMatrix Jg = pen.write("Jg", new SimpleMatrix(new double[][] {{2 * t}, {n}}));
          double x1 = t * t;
          double x2 = n * t;
          double[][] rows = {{2 * x1, k}, {x2, x1}, {0, 2 * m * x2}};
          multiply(pen, pen.write("Jf", new SimpleMatrix(rows)), Jg);
        },
        Map.of());
  }
}
