package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Symbols;
import dev.nabla.matrix.Jacobian;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** A g of which only the name is known: for formulas and drawings. */
public record Symbolic(String name) implements Activation {

  /** The message when values are asked for in a layer. */
  String withoutValues(String call, int layer) {
    return message(call + ": " + name + " in layer " + layer);
  }

  private String message(String start) {
    return start
        + " is a symbol without values. Use explain() or draw(), or give it: activation(\""
        + name
        + "\", x -> ..., x -> ...).";
  }

  @Override
  public void forward(DMatrixRMaj s, DMatrixRMaj z) {
    throw new NablaException(message(name));
  }

  @Override
  public void backward(DMatrixRMaj s, DMatrixRMaj z, DMatrixRMaj dZ, DMatrixRMaj delta) {
    throw new NablaException(message(name));
  }

  @Override
  public Jacobian jacobian(SimpleMatrix s) {
    throw new NablaException(message(name));
  }

  @Override
  public boolean slopeFromZ() {
    return false;
  }

  @Override
  public Notation formula() {
    return Words.call(Symbols.of(name), "", "s");
  }

  @Override
  public Notation derivative() {
    return Words.call(Symbols.of(name), "'", "s");
  }
}
