package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import java.util.List;

/** The worked solution of one pass: symbols, numbers, result. */
final class NumericExplanation {
  private final Blueprint net;
  private final boolean loss;
  private final boolean fused;
  private final List<QuantityName> quantities;
  private final SymbolSource symbols;
  private final NumberSource numbers;
  private final Formulas inSymbols;
  private final Formulas inNumbers;
  private final Sentences sentences;

  /** The solution of a forward pass. */
  NumericExplanation(Forward pass) {
    this(pass, null, Notation.of("L"));
  }

  /** The solution of a backward pass and the forward pass it belongs to. */
  NumericExplanation(Backward back) {
    this(back.pass(), back.denominatorLayout(), back.of());
  }

  private NumericExplanation(Forward pass, Backward back, Notation of) {
    net = pass.net().plan();
    loss = back != null && back.targets() != null;
    fused = back != null && back.fused();
    quantities = back == null ? QuantityName.forward(net) : QuantityName.all(net, loss);
    symbols = new SymbolSource(net, of, false);
    numbers = new NumberSource(pass, back);
    inSymbols = new Formulas(net, symbols, loss);
    inNumbers = new Formulas(net, numbers, loss);
    sentences = new Sentences(net);
  }

  /** Every quantity, in the order of the work. */
  Explanation whole() {
    return new Explanation(
        "Worked solution", quantities.stream().filter(this::needed).map(this::step).toList());
  }

  /** One quantity. */
  Explanation of(String word) {
    QuantityName quantity = QuantityName.of("explain", word, quantities, net.names());
    return new Explanation(quantity.word(), List.of(step(quantity)));
  }

  /** A fused loss goes to delta without dL/dZ. */
  private boolean needed(QuantityName quantity) {
    return !(fused && isOutputGradient(quantity));
  }

  private boolean isOutputGradient(QuantityName quantity) {
    return quantity.kind() == QuantityName.Kind.DZ && quantity.layer() == net.depth();
  }

  private View.Step step(QuantityName quantity) {
    boolean given = isOutputGradient(quantity) && !loss;
    return new View.Step(
        sentences.title(quantity),
        symbols.symbol(quantity),
        given ? numbers.result(quantity) : inSymbols.of(quantity),
        given || isRenaming(quantity) ? null : inNumbers.of(quantity),
        given ? null : numbers.result(quantity),
        sentences.reason(quantity));
  }

  /** Z = S and delta = dZ of a linear layer: nothing to put numbers in. */
  private boolean isRenaming(QuantityName quantity) {
    boolean linear =
        quantity.layer() > 0 && net.layer(quantity.layer()).activation() instanceof Identity;
    return linear
        && (quantity.kind() == QuantityName.Kind.Z || quantity.kind() == QuantityName.Kind.DELTA);
  }
}
