package dev.nabla.net;

/** Titles and reasons of the steps of a worked solution. */
final class Sentences {
  private final Blueprint net;

  Sentences(Blueprint net) {
    this.net = net;
  }

  String title(QuantityName quantity) {
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case S -> "pre-activation of layer " + l;
      case Z -> "activation of layer " + l;
      case LOSS -> "loss";
      case DZ ->
          l == 0
              ? "gradient of the inputs"
              : l == net.depth() ? "gradient of the output" : "gradient of the activation " + l;
      case DELTA -> "delta of layer " + l;
      case DW -> "gradient of the weights " + l;
      case DB -> "gradient of the bias " + l;
    };
  }

  String reason(QuantityName quantity) {
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case S ->
          net.hasBias(l)
              ? "Every unit weighs its inputs and adds its bias, for each example."
              : "Every unit weighs its inputs, for each example.";
      case Z -> net.layer(l).activation().sentence();
      case LOSS -> "How far the output is from the targets.";
      case DZ ->
          l == net.depth()
              ? "The derivative of what is differentiated by the output itself."
              : (l == 0 ? "Each input" : "Each number of layer " + l)
                  + " reaches the loss through every unit above, so their deltas come back along"
                  + " the same weights."
                  + (net.convention().intercept()
                      ? " The constant 1 has nothing below it, so its line is left out."
                      : "");
      case DELTA -> delta(l);
      case DW -> "The delta of a unit times the input it weighs, summed over the examples.";
      case DB -> "A bias adds to every example, so the deltas of a unit are summed.";
    };
  }

  private String delta(int l) {
    Activation f = net.layer(l).activation();
    if (l == net.depth() && net.loss() != null && net.fused() != null) {
      return f.name() + " and " + net.loss().name() + " together leave only the difference.";
    }
    return f.backwardSentence();
  }
}
