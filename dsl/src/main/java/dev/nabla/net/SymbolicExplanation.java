package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.message.NablaException;
import java.util.List;

/** Forward and backward pass of a net in symbols. */
final class SymbolicExplanation {
  static SymbolicExplanation of(Blueprint net) {
    if (net.depth() == 0) {
      throw new NablaException(
          "explain: this net has no layers yet. Write net().layer(3, relu).layer(1).");
    }
    return new SymbolicExplanation(net);
  }

  private final Blueprint net;
  private final boolean loss;

  /** Whether the output itself is differentiated: a single number without a loss. */
  private final boolean itself;

  private final SymbolSource symbols;
  private final Formulas formulas;

  private SymbolicExplanation(Blueprint net) {
    this.net = net;
    int last = net.depth();
    loss = net.loss() != null;
    itself = !loss && net.units(last) == 1;
    Notation of = itself ? net.names().of("Z", last) : Notation.of("L");
    symbols = new SymbolSource(net, of, itself);
    formulas = new Formulas(net, symbols, loss);
  }

  /** Every quantity but dL/dZ, which appears inside delta. */
  Explanation whole() {
    return new Explanation(
        "The net in symbols",
        QuantityName.all(net, loss).stream()
            .filter(quantity -> quantity.kind() != QuantityName.Kind.DZ)
            .map(this::step)
            .toList());
  }

  /** One quantity. */
  Explanation of(String word) {
    QuantityName quantity =
        QuantityName.of("explain", word, QuantityName.all(net, loss), net.names());
    return new Explanation(quantity.word(), List.of(step(quantity)));
  }

  private View.Step step(QuantityName quantity) {
    Sentences sentences = new Sentences(net);
    return new View.Step(
        sentences.title(quantity),
        symbols.symbol(quantity),
        formula(quantity),
        null,
        null,
        sentences.reason(quantity));
  }

  /** delta with the formula of dL/dZ in its place: {@code (W2^T delta2) o g'(S1)}. */
  private Notation formula(QuantityName quantity) {
    int l = quantity.layer();
    boolean last = l == net.depth();
    Activation f = net.layer(l).activation();
    boolean fused = last && loss && net.fused() != null;
    if (quantity.kind() != QuantityName.Kind.DELTA || fused) {
      return formulas.of(quantity);
    }
    if (last && itself && !(f instanceof Identity)) {
      return symbols.slope(l);
    }
    Notation dZ = formulas.of(new QuantityName(QuantityName.Kind.DZ, l));
    boolean single = f instanceof Identity || last && !loss;
    return f.delta(symbols.Z(l), single ? dZ : Words.parentheses(dZ), () -> symbols.slope(l));
  }
}
