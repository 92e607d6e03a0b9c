package dev.nabla.net;

import dev.nabla.display.View;
import java.util.List;

/** The worked solution of one backward pass: symbols, numbers, result. */
final class NumericExplanation {
  private final Backward back;
  private final Blueprint net;
  private final boolean loss;
  private final SymbolSource symbols;
  private final NumberSource numbers;
  private final Formulas inSymbols;
  private final Formulas inNumbers;
  private final Sentences sentences;

  private NumericExplanation(Backward back) {
    this.back = back.denominatorLayout();
    net = back.pass().net().plan();
    loss = back.targets() != null;
    symbols = new SymbolSource(net, back.of(), false);
    numbers = new NumberSource(this.back);
    inSymbols = new Formulas(net, symbols, loss);
    inNumbers = new Formulas(net, numbers, loss);
    sentences = new Sentences(net);
  }

  /** Every quantity, in the order of the work. */
  static Explanation of(Backward back) {
    NumericExplanation explanation = new NumericExplanation(back);
    List<View.Step> steps =
        QuantityName.all(explanation.net, explanation.loss).stream()
            .filter(explanation::needed)
            .map(explanation::step)
            .toList();
    return new Explanation("Worked solution", steps);
  }

  /** One quantity. */
  static Explanation of(Backward back, String word) {
    NumericExplanation explanation = new NumericExplanation(back);
    QuantityName quantity = QuantityName.of("explain", word, explanation.net, explanation.loss);
    return new Explanation(quantity.word(), List.of(explanation.step(quantity)));
  }

  /** A fused loss goes to delta without dL/dZ. */
  private boolean needed(QuantityName quantity) {
    boolean output = quantity.kind() == QuantityName.Kind.DZ && quantity.layer() == net.depth();
    return !(output && back.fused());
  }

  private View.Step step(QuantityName quantity) {
    boolean given =
        quantity.kind() == QuantityName.Kind.DZ && quantity.layer() == net.depth() && !loss;
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
