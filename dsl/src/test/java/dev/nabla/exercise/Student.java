package dev.nabla.exercise;

import dev.nabla.matrix.Rounding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/**
 * Somebody who does backpropagation by hand, with slips: every formula written down once more, with
 * nothing of the exercises in it.
 */
final class Student {
  /** A slip in one layer, or in all of them for layer 0. */
  record Slip(String tag, int layer) {}

  private final Sheet sheet;
  private final Set<Slip> slips;
  private final int decimals;
  private final boolean truncates;
  private final StudentLoss error;
  private final SimpleMatrix[] dW;
  private final SimpleMatrix[] db;
  private final Map<String, SimpleMatrix> notes = new LinkedHashMap<>();
  private final Map<String, SimpleMatrix> changes = new LinkedHashMap<>();

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
    this.error = new StudentLoss(sheet, tag -> slips(tag, sheet.depth()));
    this.dW = new SimpleMatrix[sheet.depth() + 1];
    this.db = new SimpleMatrix[sheet.depth() + 1];
    work();
  }

  /** Everything computed, by name. */
  Map<String, SimpleMatrix> notes() {
    return notes;
  }

  /** What a step of descent changes each parameter by. */
  Map<String, SimpleMatrix> changes() {
    return changes;
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
    Z[0] = withOnes(sheet.X());
    for (int l = 1; l <= L; l++) {
      S[l] = write("S" + l, sum(l, slips("s-for-z", l) && l > 1 ? withOnes(S[l - 1]) : Z[l - 1]));
      SimpleMatrix z = slips("activation-forgotten", l) ? S[l] : activate(l, S[l]);
      Z[l] = write("Z" + l, l < L ? withOnes(z) : z);
      if (slips("ones-forgotten", l) && l < L) {
        notes.put("Z" + l, z);
      }
    }
    SimpleMatrix output = Z[L];
    if (!sheet.loss().equals("none")) {
      write("loss", new SimpleMatrix(1, 1, true, error.loss(output)));
    }
    SimpleMatrix delta = null;
    for (int l = L; l >= 1; l--) {
      delta = write("delta" + l, l == L ? last(S[L], output) : hidden(l, delta, S[l]));
      SimpleMatrix below = slips("s-for-z-in-gradient", l) && l > 1 ? withOnes(S[l - 1]) : Z[l - 1];
      SimpleMatrix d = slips("delta-forgotten", l) ? ones(delta) : delta;
      dW[l] =
          write(
              "dW" + l,
              d.mult(below.transpose())
                  .scale(slips("mean-added", l) && !sheet.mean() ? 1.0 / examples() : 1));
      if (sheet.b().get(l - 1) != null) {
        SimpleMatrix sums = delta.mult(SimpleMatrix.ones(examples(), 1));
        db[l] = write("db" + l, slips("bias-averaged", l) ? sums.scale(1.0 / examples()) : sums);
        if (slips("bias-not-summed", l)) {
          notes.put("db" + l, delta);
        }
      }
    }
    write("dX", noted(0, down(0, delta)));
    for (int l = 1; l <= L; l++) {
      update("W" + l, sheet.W().get(l - 1), dW[l], l);
      if (sheet.b().get(l - 1) != null) {
        update("b" + l, sheet.b().get(l - 1), db[l], l);
      }
    }
    if (sheet.inputsByOutputs()) {
      notes.replaceAll((name, value) -> name.contains("W") ? value.transpose() : value);
    }
    if (slips.stream().anyMatch(slip -> slip.tag.equals("sign"))) {
      notes.replaceAll((name, value) -> name.equals("loss") ? value : value.scale(-1));
    }
    if (slips.stream().anyMatch(slip -> slip.tag.equals("transposed"))) {
      notes.replaceAll((name, value) -> value.transpose());
    }
  }

  private SimpleMatrix sum(int l, SimpleMatrix in) {
    SimpleMatrix W = sheet.W().get(l - 1);
    boolean square = W.getNumRows() == W.getNumCols();
    if (square
        && slips(sheet.inputsByOutputs() ? "weights-not-transposed" : "weights-transposed", l)) {
      W = W.transpose();
    }
    if (sheet.intercept() && slips("intercept-forgotten", l)) {
      W = sheet.W().get(l - 1).copy();
      W.setColumn(0, new SimpleMatrix(W.getNumRows(), 1));
    }
    SimpleMatrix s = W.mult(in);
    SimpleMatrix b = sheet.b().get(l - 1);
    return b == null || slips("bias-forgotten", l)
        ? s
        : s.plus(b.mult(SimpleMatrix.ones(1, s.getNumCols())));
  }

  private SimpleMatrix withOnes(SimpleMatrix Z) {
    return sheet.intercept() ? SimpleMatrix.ones(1, Z.getNumCols()).concatRows(Z) : Z;
  }

  private int examples() {
    return sheet.X().getNumCols();
  }

  private static SimpleMatrix ones(SimpleMatrix m) {
    return SimpleMatrix.ones(m.getNumRows(), m.getNumCols());
  }

  private void update(String name, SimpleMatrix old, SimpleMatrix gradient, int l) {
    SimpleMatrix change = gradient.scale(slips("rate-forgotten", l) ? 1 : sheet.rate());
    SimpleMatrix next = slips("update-added", l) ? old.plus(change) : old.minus(change);
    write("new" + name, slips("step-alone", l) ? change : next);
    changes.put("new" + name, change);
  }

  /** dL/dZ of the layer l from the delta above it, with a row for the constant 1. */
  private SimpleMatrix down(int l, SimpleMatrix above) {
    SimpleMatrix W = sheet.W().get(l);
    if (slips("updated-too-early", l)) {
      W = W.minus(dW[l + 1].scale(sheet.rate()));
    }
    SimpleMatrix d = slips("delta-forgotten-below", l) ? ones(above) : above;
    int first = sheet.intercept() ? 1 : 0;
    boolean square = W.getNumRows() == W.getNumCols() - first;
    if (square
        && slips(sheet.inputsByOutputs() ? "weights-transposed" : "weights-not-transposed", l)) {
      SimpleMatrix turned = W.cols(first, SimpleMatrix.END).mult(d);
      return sheet.intercept() ? new SimpleMatrix(1, d.getNumCols()).concatRows(turned) : turned;
    }
    return (slips("weights-forgotten", l) ? ones(W) : W).transpose().mult(d);
  }

  /** What is written down of it: the constant 1 depends on nothing. */
  private SimpleMatrix noted(int l, SimpleMatrix dZ) {
    return sheet.intercept() && !slips("intercept-kept", l) ? withoutFirst(dZ) : dZ;
  }

  private SimpleMatrix withoutFirst(SimpleMatrix dZ) {
    return sheet.intercept() ? dZ.rows(1, SimpleMatrix.END) : dZ;
  }

  private SimpleMatrix hidden(int l, SimpleMatrix above, SimpleMatrix S) {
    boolean linear = sheet.f().get(l - 1).equals("identity");
    SimpleMatrix dZ = down(l, above);
    if (!linear) {
      write("dZ" + l, noted(l, dZ));
    }
    SimpleMatrix below = notes.getOrDefault("dZ" + l, withoutFirst(dZ));
    below = below.getNumRows() > S.getNumRows() ? withoutFirst(below) : below;
    return linear ? below : throughActivation(l, below, S, null);
  }

  private SimpleMatrix last(SimpleMatrix S, SimpleMatrix Z) {
    int L = sheet.depth();
    SimpleMatrix dZ = error.slope(Z);
    boolean linear = sheet.f().get(L - 1).equals("identity");
    if (error.isFused()) {
      return slips("slope-added", L) ? dZ.elementMult(Z.minus(Z.elementMult(Z))) : dZ;
    }
    return linear ? dZ : throughActivation(L, write("dZ" + L, dZ), S, Z);
  }

  /** delta from dL/dZ; P is the output where units compete. */
  private SimpleMatrix throughActivation(int l, SimpleMatrix dZ, SimpleMatrix S, SimpleMatrix P) {
    String f = sheet.f().get(l - 1);
    if (f.equals("softmax")) {
      return Functions.throughSoftmax(dZ, P, slips("softmax-diagonal", l));
    }
    if (slips("slope-forgotten", l)) {
      return dZ;
    }
    SimpleMatrix at =
        slips("slope-at-activation", l)
            ? activate(l, S)
            : slips("slope-of-gradient", l) && f.equals("relu") ? dZ : S;
    SimpleMatrix factor =
        slips("activation-for-slope", l) ? activate(l, S) : Functions.each(at, Functions.slope(f));
    boolean square = dZ.getNumRows() == dZ.getNumCols();
    return slips("product-for-entrywise", l) && square ? dZ.mult(factor) : dZ.elementMult(factor);
  }

  private SimpleMatrix activate(int l, SimpleMatrix S) {
    String f = sheet.f().get(l - 1);
    if (!f.equals("softmax")) {
      return Functions.each(S, Functions.named(f));
    }
    return slips("softmax-not-normalized", l)
        ? Functions.each(S, StrictMath::exp)
        : Functions.softmax(S, slips("softmax-by-rows", l));
  }
}
