package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.List;

/** What a net shows: one line, then its parameters, each with the step that made it. */
final class NetworkView {
  private final Network net;
  private final Blueprint plan;
  private final Step step;

  /**
   * The view of a net.
   *
   * @param step the step it has just made, or null
   */
  NetworkView(Network net, Step step) {
    this.net = net;
    this.plan = net.plan();
    this.step = step;
  }

  View view() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(line()));
    if (plan.sized()) {
      for (int l = 1; l <= plan.depth(); l++) {
        views.add(weights(l));
        if (plan.hasBias(l)) {
          views.add(bias(l));
        }
      }
    }
    return new View.Stack(views);
  }

  private View weights(int l) {
    Labels labels = new Labels(plan);
    Notation name = labels.name("W", l);
    Quantity now = labels.weights(l, net.parameters());
    if (step == null) {
      return now.view();
    }
    return stepped(
        labels.weights(l, step.old(), Words.join(Words.plain("old "), name)),
        labels.weights(l, step.gradient(), Notation.partial(step.of(), name)),
        labels.weights(l, net.parameters(), Words.join(Words.plain("new "), name)));
  }

  private View bias(int l) {
    Labels labels = new Labels(plan);
    Notation name = labels.name("b", l);
    if (step == null) {
      return labels.bias(l, net.parameters(), name).view();
    }
    return stepped(
        labels.bias(l, step.old(), Words.join(Words.plain("old "), name)),
        labels.bias(l, step.gradient(), Notation.partial(step.of(), name)),
        labels.bias(l, net.parameters(), Words.join(Words.plain("new "), name)));
  }

  private static View stepped(Quantity old, Quantity gradient, Quantity next) {
    return new View.Beside(List.of(old.view(), gradient.view(), next.view()));
  }

  /** {@code net: 2 inputs -> 3 relu -> 1, no bias, loss 1/(2N) ||Z2 - Y||^2}. */
  Notation line() {
    StringBuilder words = new StringBuilder("net: ");
    words.append(plan.sized() ? Shape.count(plan.inputs(), "input", "inputs") : "? inputs");
    for (Layer layer : plan.layers()) {
      words.append(" -> ").append(layer.units());
      if (!(layer.activation() instanceof Identity)) {
        words.append(' ').append(layer.activation().name());
      }
    }
    words.append(convention());
    Notation line = Words.plain(words.toString());
    if (plan.loss() != null && plan.depth() > 0) {
      Notation output = plan.names().of("Z", plan.depth());
      line = Words.join(line, Words.plain(", loss "), plan.loss().scaledFormula(output));
    }
    return Words.join(line, Words.plain(ending()));
  }

  private String convention() {
    String convention =
        switch (plan.convention().bias()) {
          case INTERCEPT -> ", intercept";
          case NONE -> ", no bias";
          case COLUMN -> withoutBias();
        };
    return convention + (plan.convention().inputsByOutputs() ? ", weights inputs x outputs" : "");
  }

  private String withoutBias() {
    List<String> without = new ArrayList<>();
    for (int l = 1; l <= plan.depth(); l++) {
      if (!plan.hasBias(l)) {
        without.add("" + l);
      }
    }
    if (without.isEmpty()) {
      return "";
    }
    return without.size() == plan.depth()
        ? ", no bias"
        : ", no bias in layer " + String.join(" and ", without);
  }

  private String ending() {
    if (plan.depth() == 0) {
      return ", no layers yet: say .layer(3, relu)";
    }
    boolean chosen = plan.layers().stream().anyMatch(layer -> layer.weights() == null);
    String weights = chosen ? "; weights " + plan.initialization().words() : "";
    return (plan.sized() ? "" : ", waits for its first data") + weights;
  }
}
