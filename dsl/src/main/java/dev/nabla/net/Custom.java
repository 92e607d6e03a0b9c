package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Symbols;
import java.util.function.DoubleUnaryOperator;

/**
 * An activation from two lambdas, entry by entry.
 *
 * <pre>{@code
 * activation("cube", s -> s * s * s, s -> 3 * s * s).slope(2)   // 12
 * }</pre>
 *
 * @param f f(s)
 * @param prime f'(s)
 */
public record Custom(String name, DoubleUnaryOperator f, DoubleUnaryOperator prime)
    implements Elementwise {
  @Override
  public double of(double s) {
    return f.applyAsDouble(s);
  }

  @Override
  public double slope(double s, double z) {
    return prime.applyAsDouble(s);
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
