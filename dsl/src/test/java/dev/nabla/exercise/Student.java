package dev.nabla.exercise;

import dev.nabla.matrix.Rounding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * Somebody who does backpropagation by hand, with slips: every formula written down once more, with
 * nothing of the exercises in it.
 */
final class Student {
  /** The data of an exercise. Columns are examples, weights outputs x inputs. */
  record Sheet(
      List<SimpleMatrix> W,
      List<SimpleMatrix> b,
      List<String> f,
      String loss,
      boolean half,
      boolean mean,
      SimpleMatrix X,
      SimpleMatrix Y,
      double rate) {
    int depth() {
      return W.size();
    }
  }

  /** A slip in one layer, or in all of them for layer 0. */
  record Slip(String tag, int layer) {}

  private final Sheet sheet;
  private final Set<Slip> slips;
  private final int decimals;
  private final boolean truncates;
  private final Map<String, SimpleMatrix> notes = new LinkedHashMap<>();

  /**
   * Works the whole sheet.
   *
   * @param decimals to which every result is rounded before it is used; -1 for none
   */
  Student(Sheet sheet, Set<Slip> slips, int decimals, boolean truncates) {
    this.sheet = sheet;
    this.slips = slips;
    this.decimals = decimals;
    this.truncates = truncates;
    work();
  }

  /** Everything computed, by name. */
  Map<String, SimpleMatrix> notes() {
    return notes;
  }

  private boolean slips(String tag, int layer) {
    return slips.contains(new Slip(tag, layer)) || slips.contains(new Slip(tag, 0));
  }

  private SimpleMatrix write(String name, SimpleMatrix value) {
    SimpleMatrix written =
        decimals < 0
            ? value
            : truncates
                ? Rounding.truncate(Rounding.round(value, 12), decimals)
                : Rounding.round(value, decimals);
    notes.put(name, written);
    return written;
  }

  private void work() {
    int L = sheet.depth();
    SimpleMatrix[] S = new SimpleMatrix[L + 1];
    SimpleMatrix[] Z = new SimpleMatrix[L + 1];
    Z[0] = sheet.X;
    for (int l = 1; l <= L; l++) {
      SimpleMatrix in = slips("s-for-z", l) && l > 1 ? S[l - 1] : Z[l - 1];
      SimpleMatrix s = sheet.W.get(l - 1).mult(in);
      SimpleMatrix b = sheet.b.get(l - 1);
      if (b != null && !slips("bias-forgotten", l)) {
        s = s.plus(b.mult(SimpleMatrix.ones(1, s.getNumCols())));
      }
      S[l] = write("S" + l, s);
      Z[l] = write("Z" + l, slips("activation-forgotten", l) ? S[l] : activate(l, S[l]));
    }
    write("loss", loss(Z[L]));
    SimpleMatrix delta = null;
    for (int l = L; l >= 1; l--) {
      delta = write("delta" + l, l == L ? last(S[L], Z[L]) : hidden(l, delta, S[l], Z[l]));
      SimpleMatrix below = slips("s-for-z-in-gradient", l) && l > 1 ? S[l - 1] : Z[l - 1];
      SimpleMatrix d = slips("delta-forgotten", l) ? ones(delta) : delta;
      write(
          "dW" + l,
          d.mult(below.transpose())
              .scale(slips("mean-added", l) && !sheet.mean ? 1.0 / examples() : 1));
      if (sheet.b.get(l - 1) != null) {
        SimpleMatrix sums = delta.mult(SimpleMatrix.ones(examples(), 1));
        write("db" + l, slips("bias-averaged", l) ? sums.scale(1.0 / examples()) : sums);
      }
    }
    write("dX", down(0, delta));
    for (int l = 1; l <= L; l++) {
      update("W" + l, sheet.W.get(l - 1), l);
      if (sheet.b.get(l - 1) != null) {
        update("b" + l, sheet.b.get(l - 1), l);
      }
    }
    if (slips.stream().anyMatch(slip -> slip.tag.equals("sign"))) {
      notes.replaceAll((name, value) -> name.equals("loss") ? value : value.scale(-1));
    }
    if (slips.stream().anyMatch(slip -> slip.tag.equals("transposed"))) {
      notes.replaceAll((name, value) -> value.transpose());
    }
  }

  private int examples() {
    return sheet.X.getNumCols();
  }

  private static SimpleMatrix ones(SimpleMatrix m) {
    return SimpleMatrix.ones(m.getNumRows(), m.getNumCols());
  }

  private void update(String name, SimpleMatrix old, int l) {
    SimpleMatrix gradient = notes.get("d" + name);
    SimpleMatrix change = gradient.scale(slips("rate-forgotten", l) ? 1 : sheet.rate);
    SimpleMatrix next = slips("update-added", l) ? old.plus(change) : old.minus(change);
    write("new" + name, slips("step-alone", l) ? change : next);
  }

  /** dL/dZ of the layer l from the delta above it. */
  private SimpleMatrix down(int l, SimpleMatrix above) {
    SimpleMatrix W = sheet.W.get(l);
    SimpleMatrix dW = notes.get("dW" + (l + 1));
    if (slips("updated-too-early", l)) {
      W = W.minus(dW.scale(sheet.rate));
    }
    SimpleMatrix d = slips("delta-forgotten-below", l) ? ones(above) : above;
    if (slips("weights-not-transposed", l) && W.getNumRows() == W.getNumCols()) {
      return W.mult(d);
    }
    return (slips("weights-forgotten", l) ? ones(W) : W).transpose().mult(d);
  }

  private SimpleMatrix hidden(int l, SimpleMatrix above, SimpleMatrix S, SimpleMatrix Z) {
    boolean linear = sheet.f.get(l - 1).equals("identity");
    SimpleMatrix dZ = down(l, above);
    return linear ? dZ : throughActivation(l, write("dZ" + l, dZ), S, Z);
  }

  private SimpleMatrix throughActivation(int l, SimpleMatrix dZ, SimpleMatrix S, SimpleMatrix Z) {
    if (slips("slope-forgotten", l) && !sheet.f.get(l - 1).equals("softmax")) {
      return dZ;
    }
    if (sheet.f.get(l - 1).equals("softmax")) {
      return throughSoftmax(l, dZ, Z);
    }
    SimpleMatrix factor =
        slips("activation-for-slope", l)
            ? activate(l, S)
            : each(
                slips("slope-at-activation", l)
                    ? activate(l, S)
                    : slips("slope-of-gradient", l) && sheet.f.get(l - 1).equals("relu") ? dZ : S,
                slope(sheet.f.get(l - 1)));
    return dZ.elementMult(factor);
  }

  private SimpleMatrix throughSoftmax(int l, SimpleMatrix dZ, SimpleMatrix Z) {
    SimpleMatrix delta = dZ.createLike();
    for (int n = 0; n < Z.getNumCols(); n++) {
      for (int j = 0; j < Z.getNumRows(); j++) {
        double sum = 0;
        for (int i = 0; i < Z.getNumRows(); i++) {
          double jacobian = Z.get(i, n) * ((i == j ? 1 : 0) - Z.get(j, n));
          if (i == j || !slips("softmax-diagonal", l)) {
            sum += jacobian * dZ.get(i, n);
          }
        }
        delta.set(j, n, sum);
      }
    }
    return delta;
  }

  private SimpleMatrix last(SimpleMatrix S, SimpleMatrix Z) {
    int L = sheet.depth();
    boolean fused = sheet.loss.equals("logLoss") || sheet.loss.equals("crossEntropy");
    SimpleMatrix error =
        slips("target-forgotten", L)
            ? Z
            : slips("target-minus-output", L) ? sheet.Y.minus(Z) : Z.minus(sheet.Y);
    double factor = 1;
    if (sheet.loss.equals("squaredError")) {
      factor *= slips("square-forgotten", L) ? 1 : 2;
    }
    factor *= sheet.half && !slips("half-forgotten", L) ? 0.5 : 1;
    double N = examples();
    factor *=
        sheet.mean
            ? slips("mean-forgotten", L) ? 1 : slips("mean-twice", L) ? 1 / N / N : 1 / N
            : 1;
    SimpleMatrix dZ = error.scale(factor);
    boolean linear = sheet.f.get(L - 1).equals("identity");
    return fused || linear ? dZ : throughActivation(L, write("dZ" + L, dZ), S, Z);
  }

  private SimpleMatrix loss(SimpleMatrix Z) {
    int L = sheet.depth();
    double sum = 0;
    for (int i = 0; i < Z.getNumElements(); i++) {
      double z = Z.get(i);
      double y = sheet.Y.get(i);
      sum +=
          switch (sheet.loss) {
            case "squaredError" -> slips("loss-not-squared", L) ? z - y : (z - y) * (z - y);
            case "logLoss" -> -y * StrictMath.log(z) - (1 - y) * StrictMath.log(1 - z);
            default -> y == 0 ? 0 : -y * StrictMath.log(z);
          };
    }
    if (slips("log-base", L) && !sheet.loss.equals("squaredError")) {
      sum /= StrictMath.log(10);
    }
    sum *= sheet.half && !slips("half-forgotten", L) ? 0.5 : 1;
    double N = examples();
    sum *=
        sheet.mean
            ? slips("mean-forgotten", L) ? 1 : slips("mean-twice", L) ? 1 / N / N : 1 / N
            : 1;
    return new SimpleMatrix(1, 1, true, sum);
  }

  private SimpleMatrix activate(int l, SimpleMatrix S) {
    String f = sheet.f.get(l - 1);
    if (!f.equals("softmax")) {
      return each(S, function(f));
    }
    SimpleMatrix e = each(S, StrictMath::exp);
    if (slips("softmax-not-normalized", l)) {
      return e;
    }
    boolean byRows = slips("softmax-by-rows", l);
    SimpleMatrix result = e.copy();
    for (int i = 0; i < e.getNumRows(); i++) {
      for (int n = 0; n < e.getNumCols(); n++) {
        double sum = byRows ? e.rows(i, i + 1).elementSum() : e.cols(n, n + 1).elementSum();
        result.set(i, n, e.get(i, n) / sum);
      }
    }
    return result;
  }

  private static DoubleUnaryOperator function(String f) {
    return switch (f) {
      case "relu" -> s -> Math.max(0, s);
      case "sigmoid" -> s -> 1 / (1 + StrictMath.exp(-s));
      case "tanh" -> StrictMath::tanh;
      default -> s -> s;
    };
  }

  private static DoubleUnaryOperator slope(String f) {
    return switch (f) {
      case "relu" -> s -> s > 0 ? 1 : 0;
      case "sigmoid" ->
          s -> {
            double z = 1 / (1 + StrictMath.exp(-s));
            return z * (1 - z);
          };
      case "tanh" -> s -> 1 - StrictMath.tanh(s) * StrictMath.tanh(s);
      default -> s -> 1;
    };
  }

  private static SimpleMatrix each(SimpleMatrix m, DoubleUnaryOperator f) {
    SimpleMatrix result = m.copy();
    for (int i = 0; i < m.getNumElements(); i++) {
      result.set(i, f.applyAsDouble(m.get(i)));
    }
    return result;
  }
}
