package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.List;

/** What a net shows: one line, then its parameters, each with the step that made it. */
final class NetworkView {
  private static final int LONGEST_FORMULA = 8;

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
    if (isAffine()) {
      views.add(new View.Line(affine()));
    }
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

  /** Whether the net is one given linear unit, short enough to write out. */
  private boolean isAffine() {
    return plan.depth() == 1
        && plan.sized()
        && step == null
        && plan.units(1) == 1
        && plan.inputs() <= LONGEST_FORMULA
        && plan.layer(1).weights() != null
        && plan.layer(1).activation() instanceof Identity;
  }

  /** {@code y = 2 + 5 x1 + 0 x2}. */
  private Notation affine() {
    Parameters numbers = net.parameters();
    Notation sum = Words.join(plan.names().of("Z", 1), Words.same(" = "));
    if (numbers.b()[0] != null) {
      sum = Words.join(sum, Words.same(Digits.four(numbers.b()[0].data[0])));
    }
    for (int j = 0; j < plan.inputs(); j++) {
      double w = numbers.W()[0].data[j];
      boolean first = j == 0 && numbers.b()[0] == null;
      String sign = first ? (w < 0 ? "-" : "") : w < 0 ? " - " : " + ";
      Notation factor = Words.same(sign + Digits.four(Math.abs(w)) + " ");
      sum = Words.join(sum, factor, Notation.indexed("x", j + 1));
    }
    return sum;
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

  /** {@code old - rate gradient = new}, as an equation of matrices. */
  private View stepped(Quantity old, Quantity gradient, Quantity next) {
    View minus = new View.Line(Words.same("- " + Digits.typed(step.rate())));
    View equals = new View.Line(Words.same("="));
    return new View.Beside(List.of(old.view(), minus, gradient.view(), equals, next.view()));
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
