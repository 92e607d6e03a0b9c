package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.matrix.Quantity;
import org.ejml.simple.SimpleMatrix;

/** Every quantity stands as its numbers in one pass. */
final class NumberSource implements Formulas.Source {
  private final Backward back;
  private final Forward pass;
  private final Network net;

  /**
   * The numbers of a pass.
   *
   * @param back the way back, or null while only forward quantities are asked for
   */
  NumberSource(Forward pass, Backward back) {
    this.pass = pass;
    this.back = back;
    this.net = pass.net();
  }

  @Override
  public Notation W(int l) {
    return Notation.matrix(net.W(l));
  }

  @Override
  public Notation withoutIntercept(int l) {
    Quantity W = net.W(l);
    if (!net.plan().convention().intercept()) {
      return Notation.matrix(W);
    }
    return Notation.matrix(
        net.plan().convention().inputsByOutputs()
            ? W.rows(1, SimpleMatrix.END)
            : W.cols(1, SimpleMatrix.END));
  }

  @Override
  public Notation b(int l) {
    return Notation.matrix(net.b(l));
  }

  @Override
  public Notation S(int l) {
    return Notation.matrix(pass.S(l));
  }

  @Override
  public Notation Z(int l) {
    return Notation.matrix(pass.Z(l));
  }

  @Override
  public Notation slope(int l) {
    return Notation.matrix(pass.slope(l));
  }

  @Override
  public Notation delta(int l) {
    return Notation.matrix(back.delta(l));
  }

  @Override
  public Notation dZ(int l) {
    return Notation.matrix(back.dZ(l));
  }

  @Override
  public Notation Y() {
    return Notation.matrix(back.targets());
  }

  @Override
  public String N() {
    return "" + pass.signals().examples();
  }

  /** The numbers of the quantity itself, the right end of its formula. */
  Notation result(QuantityName quantity) {
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case S -> S(l);
      case Z -> Z(l);
      case LOSS -> Notation.matrix(new SimpleMatrix(new double[][] {{back.loss()}}));
      case DZ -> dZ(l);
      case DELTA -> delta(l);
      case DW -> Notation.matrix(back.dW(l));
      case DB -> Notation.matrix(back.db(l));
    };
  }
}
