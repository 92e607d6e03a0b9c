package dev.nabla.net;

import dev.nabla.graph.Graph;
import dev.nabla.message.NablaException;

/**
 * A net for one example as formulas: {@code S1 = W1 x + b1; Z1 = relu(S1); ... L = 1/2 ||Z2 -
 * y||^2}.
 */
final class NetworkGraph {
  private final Blueprint plan;
  private final Labels labels;
  private final StringBuilder declarations = new StringBuilder();
  private final StringBuilder lines = new StringBuilder();

  private NetworkGraph(Blueprint plan) {
    this.plan = plan;
    this.labels = new Labels(plan);
  }

  static Graph of(Blueprint plan) {
    if (!plan.sized()) {
      throw new NablaException(
          "graph: this net has not met its inputs yet. Write net(2).layer(...), or take the net of a"
              + " pass: net.forward(x).net().graph().");
    }
    if (plan.convention().intercept()) {
      throw new NablaException(
          "graph: intercept() folds b into the weights, which a formula cannot say. Write the same"
              + " net with layer(W, b).");
    }
    return new NetworkGraph(plan).graph();
  }

  private Graph graph() {
    declare("x", plan.units(0) + "");
    String z = "x";
    for (int l = 1; l <= plan.depth(); l++) {
      z = layer(l, z);
    }
    if (plan.loss() != null) {
      declare("y", plan.units(plan.depth()) + "");
      String sum = plan.loss().inGraph(labels.name("Z", plan.depth()).text(), "y");
      line("L", plan.loss().scale().notation("1").text() + sum);
    }
    return Graph.of(declarations + "\n" + lines);
  }

  private String layer(int l, String input) {
    String W = labels.name("W", l).text();
    String b = labels.name("b", l).text();
    String S = labels.name("S", l).text();
    String Z = labels.name("Z", l).text();
    int units = plan.units(l);
    boolean turned = plan.convention().inputsByOutputs();
    declare(W, turned ? plan.inputs(l) + " x " + units : units + " x " + plan.inputs(l));
    String product = W + (turned ? "^T " : " ") + input;
    if (plan.hasBias(l)) {
      declare(b, units + "");
      product += " + " + b;
    }
    line(S, product);
    Activation f = plan.layer(l).activation();
    if (f instanceof Symbolic || f instanceof Custom) {
      declare(f.name(), "R -> R");
    }
    line(Z, f instanceof Identity ? S : f.name() + "(" + S + ")");
    return Z;
  }

  private void declare(String name, String shape) {
    String declaration = name + ": " + shape;
    if (declarations.indexOf(declaration) < 0) {
      declarations.append(declarations.isEmpty() ? "" : ", ").append(declaration);
    }
  }

  private void line(String name, String formula) {
    lines.append(name).append(" = ").append(formula).append('\n');
  }
}
