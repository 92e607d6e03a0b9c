package dev.nabla.net;

import dev.nabla.display.Notation;

/**
 * The formula of every quantity of a net, in its names and its convention. The same formulas serve
 * symbols and numbers: a source says what stands for each quantity.
 */
final class Formulas {

  /** What stands in the place of a quantity: its symbol, or its numbers. */
  interface Source {
    Notation W(int l);

    /** W without the line of the intercept. */
    Notation withoutIntercept(int l);

    Notation b(int l);

    Notation S(int l);

    Notation Z(int l);

    Notation slope(int l);

    Notation delta(int l);

    Notation dZ(int l);

    Notation Y();

    /** The number of examples. */
    String N();
  }

  private final Blueprint net;
  private final Source source;

  /** Whether the gradients start from the loss. */
  private final boolean loss;

  Formulas(Blueprint net, Source source, boolean loss) {
    this.net = net;
    this.source = source;
    this.loss = loss;
  }

  Notation of(QuantityName quantity) {
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case S -> preActivation(l);
      case Z -> net.layer(l).activation().applied(source.S(l));
      case LOSS ->
          Words.join(
              net.loss().scale().notation(source.N()), net.loss().formula(source.Z(l), source.Y()));
      case DZ -> l == net.depth() ? outputGradient() : belowGradient(l);
      case DELTA -> delta(l);
      case DW -> weightGradient(l);
      case DB -> Words.join(source.delta(l), Words.same(" "), ONES);
    };
  }

  private static final Notation ONES = new Notation("1", "1", "\\mathbf{1}");

  private Notation preActivation(int l) {
    Notation W = source.W(l);
    boolean turned = net.convention().inputsByOutputs();
    Notation product =
        Words.join(turned ? Words.transpose(W) : W, Words.same(" "), source.Z(l - 1));
    return net.hasBias(l) ? Words.join(product, Words.same(" + "), source.b(l)) : product;
  }

  private Notation outputGradient() {
    int last = net.depth();
    return loss
        ? net.loss().scaledDerivative(source.Z(last), source.Y(), source.N())
        : source.dZ(last);
  }

  private Notation belowGradient(int l) {
    Notation W = source.withoutIntercept(l + 1);
    boolean turned = net.convention().inputsByOutputs();
    return Words.join(turned ? W : Words.transpose(W), Words.same(" "), source.delta(l + 1));
  }

  private Notation delta(int l) {
    if (l == net.depth() && loss && net.fused() != null) {
      Notation factor = net.loss().scale().notation(source.N());
      return factor.text().isEmpty()
          ? Words.difference(source.Z(l), source.Y())
          : Words.join(factor, Words.parenthesizedDifference(source.Z(l), source.Y()));
    }
    return net.layer(l).activation().delta(source.Z(l), source.dZ(l), () -> source.slope(l));
  }

  private Notation weightGradient(int l) {
    Notation delta = source.delta(l);
    Notation below = source.Z(l - 1);
    return net.convention().inputsByOutputs()
        ? Words.join(below, Words.same(" "), Words.transpose(delta))
        : Words.join(delta, Words.same(" "), Words.transpose(below));
  }
}
