package dev.nabla.net;

import dev.nabla.display.Marks.Mark;
import dev.nabla.display.View;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Finds the terms of one entry, in the shown matrices and by the sheet's indices. */
final class WhyFinder {
  private final Backward back;
  private final Forward pass;
  private final Network net;
  private final Blueprint plan;
  private final boolean turned;
  private final int firstInput;
  private String entry;

  WhyFinder(Backward back) {
    this.back = back.denominatorLayout();
    this.pass = back.pass();
    this.net = pass.net();
    this.plan = net.plan();
    this.turned = plan.convention().inputsByOutputs();
    this.firstInput = plan.convention().intercept() ? 0 : 1;
  }

  Why find(String word, int i, int j) {
    QuantityName quantity =
        QuantityName.of("why", word, QuantityName.all(plan, back.targets() != null), plan.names());
    entry = word + "[" + i + "," + j + "]";
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case S -> preActivation(l, i, j);
      case DW -> weightGradient(l, i, j);
      case DB -> biasGradient(l, i);
      case DZ -> activationGradient(l, i, j);
      case DELTA -> delta(l, i, j);
      case Z, LOSS ->
          throw new NablaException(
              "why(\""
                  + word
                  + "\"): this is no sum of products. Ask for S, delta, dW, db or dZ of a layer, or"
                  + " explain(\""
                  + word
                  + "\").");
    };
  }

  private Why weightGradient(int l, int i, int j) {
    double value = back.dW(l, i, j);
    int unit = turned ? j : i;
    int input = turned ? i : j;
    Quantity delta = back.delta(l);
    Quantity Z = pass.Z(l - 1);
    int row = unit - 1;
    int below = input - pass.labels().firstUnit(l - 1);
    return new Why(
        entry,
        "sum over n of " + name(delta) + "[" + unit + ",n] " + name(Z) + "[" + input + ",n]",
        terms(delta.getNumCols(), n -> List.of(delta.get(row, n), Z.get(below, n))),
        value,
        List.of(rowOf(delta, row), rowOf(Z, below)));
  }

  private Why biasGradient(int l, int i) {
    double value = back.db(l, i);
    Quantity delta = back.delta(l);
    entry = "d" + net.b(l).name().text() + "[" + i + "]";
    return new Why(
        entry,
        "sum over n of " + name(delta) + "[" + i + ",n]",
        terms(delta.getNumCols(), n -> List.of(delta.get(i - 1, n))),
        value,
        List.of(rowOf(delta, i - 1)));
  }

  private Why activationGradient(int l, int i, int n) {
    double value = back.dZ(l, i, n);
    if (l == plan.depth()) {
      throw new NablaException(
          "why: "
              + entry
              + " is the derivative of "
              + (back.targets() == null ? "the output itself" : "the loss by the output")
              + ", where no sum is. Look at explain(\"dZ"
              + l
              + "\").");
    }
    Quantity W = net.W(l + 1);
    Quantity delta = back.delta(l + 1);
    int place = i - firstInput;
    return new Why(
        entry,
        "sum over k of "
            + name(W)
            + (turned ? "[" + i + ",k] " : "[k," + i + "] ")
            + name(delta)
            + "[k,"
            + n
            + "]",
        terms(
            delta.getNumRows(),
            k -> List.of(turned ? W.get(place, k) : W.get(k, place), delta.get(k, n - 1))),
        value,
        List.of(turned ? rowOf(W, place) : columnOf(W, place), columnOf(delta, n - 1)));
  }

  private Why delta(int l, int i, int n) {
    double value = back.delta(l, i, n);
    Activation f = plan.layer(l).activation();
    boolean fused = l == plan.depth() && back.fused();
    if (fused || !(f instanceof Elementwise)) {
      throw new NablaException(
          "why: "
              + entry
              + (fused
                  ? " is a difference, not a sum: "
                      + f.name()
                      + " and "
                      + plan.loss().name()
                      + " cancel."
                  : " mixes all units of its example.")
              + " Look at explain(\"delta"
              + l
              + "\").");
    }
    Quantity dZ = back.dZ(l);
    Quantity slope = pass.slope(l);
    return new Why(
        entry,
        name(dZ) + "[" + i + "," + n + "] " + name(slope) + "[" + i + "," + n + "]",
        List.of(List.of(dZ.get(i - 1, n - 1), slope.get(i - 1, n - 1))),
        value,
        List.of(entryOf(dZ, i - 1, n - 1), entryOf(slope, i - 1, n - 1)));
  }

  private Why preActivation(int l, int i, int n) {
    double value = pass.S(l, i, n);
    Quantity W = net.W(l);
    Quantity Z = pass.Z(l - 1);
    List<List<Double>> terms =
        new ArrayList<>(
            terms(
                Z.getNumRows(),
                j -> List.of(turned ? W.get(j, i - 1) : W.get(i - 1, j), Z.get(j, n - 1))));
    List<View> sources = new ArrayList<>();
    sources.add(turned ? columnOf(W, i - 1) : rowOf(W, i - 1));
    sources.add(columnOf(Z, n - 1));
    String formula =
        "sum over j of "
            + name(W)
            + (turned ? "[j," + i + "] " : "[" + i + ",j] ")
            + name(Z)
            + "[j,"
            + n
            + "]";
    if (plan.hasBias(l)) {
      Quantity b = net.b(l);
      terms.add(List.of(b.get(i - 1)));
      sources.add(rowOf(b, i - 1));
      formula += ", plus " + name(b) + "[" + i + "]";
    }
    return new Why(entry, formula, terms, value, sources);
  }

  private static List<List<Double>> terms(int count, IntFunction<List<Double>> factors) {
    List<List<Double>> terms = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      terms.add(factors.apply(k));
    }
    return terms;
  }

  private static String name(Quantity quantity) {
    return quantity.name().text();
  }

  private static View rowOf(Quantity m, int row) {
    return Why.highlighted(m.view(), (i, j) -> i == row ? Mark.HIGHLIGHTED : Mark.NONE);
  }

  private static View columnOf(Quantity m, int column) {
    return Why.highlighted(m.view(), (i, j) -> j == column ? Mark.HIGHLIGHTED : Mark.NONE);
  }

  private static View entryOf(Quantity m, int row, int column) {
    return Why.highlighted(
        m.view(), (i, j) -> i == row && j == column ? Mark.HIGHLIGHTED : Mark.NONE);
  }
}
