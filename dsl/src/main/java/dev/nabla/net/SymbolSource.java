package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Symbols;

/** Every quantity stands for itself: its symbol in the names of the net. */
final class SymbolSource implements Formulas.Source {
  private final Blueprint net;
  private final Labels labels;
  private final Notation of;
  private final boolean itself;

  /**
   * The symbols of a net.
   *
   * @param of what is differentiated
   * @param itself whether that is the output, a single number
   */
  SymbolSource(Blueprint net, Notation of, boolean itself) {
    this.net = net;
    this.labels = new Labels(net);
    this.of = of;
    this.itself = itself;
  }

  @Override
  public Notation W(int l) {
    return labels.name("W", l);
  }

  @Override
  public Notation withoutIntercept(int l) {
    Notation W = W(l);
    return net.convention().intercept()
        ? new Notation(W.text() + "[1:]", W.html() + "[1:]", "{" + W.latex() + "}_{[1:]}")
        : W;
  }

  @Override
  public Notation b(int l) {
    return labels.name("b", l);
  }

  @Override
  public Notation S(int l) {
    return labels.name("S", l);
  }

  @Override
  public Notation Z(int l) {
    return labels.name("Z", l);
  }

  @Override
  public Notation slope(int l) {
    Activation f = net.layer(l).activation();
    return Words.join(
        Symbols.of(f.name()), new Notation("'", "\u2032", "'"), Words.parentheses(S(l)));
  }

  @Override
  public Notation delta(int l) {
    return Words.delta(l);
  }

  /** A single number differentiated by itself is 1. */
  @Override
  public Notation dZ(int l) {
    return itself && l == net.depth() ? Words.same("1") : Notation.partial(of, labels.name("Z", l));
  }

  @Override
  public Notation Y() {
    return Notation.of("Y");
  }

  @Override
  public String N() {
    return "N";
  }

  /** The symbol of the quantity itself, the left side of its formula. */
  Notation symbol(QuantityName quantity) {
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case S -> S(l);
      case Z -> Z(l);
      case LOSS -> of;
      case DZ -> Notation.partial(of, labels.name("Z", l));
      case DELTA -> delta(l);
      case DW -> Notation.partial(of, W(l));
      case DB -> Notation.partial(of, b(l));
    };
  }
}
