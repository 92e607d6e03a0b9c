package dev.nabla.exercise;

import static dev.nabla.exercise.work.Term.difference;
import static dev.nabla.exercise.work.Term.entrywise;
import static dev.nabla.exercise.work.Term.named;
import static dev.nabla.exercise.work.Term.product;
import static dev.nabla.exercise.work.Term.scale;
import static dev.nabla.exercise.work.Term.transpose;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Rule.Scale.Why;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Step.Kind;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import dev.nabla.net.Anatomy;
import dev.nabla.net.Backward;
import dev.nabla.net.Elementwise;
import dev.nabla.net.Forward;
import dev.nabla.net.Identity;
import dev.nabla.net.Network;
import dev.nabla.net.SquaredError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * The gradients of a net as a hand calculation, in the names and the convention of the net: S = W Z
 * + b, Z = f(S), loss, delta = dZ o f'(S), dW = delta Z^T, db = delta 1, dZ = W^T delta.
 */
final class NetCalculation {
  private final Backward back;
  private final Forward pass;
  private final Network net;
  private final Anatomy anatomy;
  private final Map<String, SimpleMatrix> given = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** What each name of this net stands for: S2 for y. */
  private final Map<String, String> meanings = new HashMap<>();

  private NetCalculation(Backward back) {
    this.back = back.denominatorLayout();
    this.pass = back.pass();
    this.net = pass.net();
    this.anatomy = Anatomy.of(back);
  }

  /** Everything from S1 to dX. */
  static Recipe of(Backward back) {
    return new NetCalculation(back).recipe();
  }

  /** W - eta dW and b - eta db of every layer. */
  static Recipe stepped(Recipe recipe, Backward back, double rate) {
    NetCalculation net = new NetCalculation(back);
    for (int l = 1; l <= net.anatomy.depth(); l++) {
      net.update(net.W(l), "newW" + l, l, rate);
      if (net.biased(l)) {
        net.update(net.b(l), "newb" + l, l, rate);
      }
    }
    return recipe.and(Map.of(), net.steps);
  }

  private Recipe recipe() {
    int depth = anatomy.depth();
    give("X", "X", pass.Z(0));
    for (int l = 1; l <= depth; l++) {
      give(W(l), "W" + l, net.W(l));
      if (biased(l)) {
        give(b(l), "b" + l, net.b(l));
      }
      forward(l);
    }
    if (anatomy.loss() != null) {
      give("Y", "Y", anatomy.targets());
      add("loss", Kind.LOSS, depth, null, scaled(lossSum(), false), "loss", "L");
    }
    for (int l = depth; l >= 1; l--) {
      backward(l);
    }
    add("dX", Kind.OUTPUT_GRADIENT, 0, "X", below(0), "dX", "dZ0");
    return new Recipe(given, steps, pass.Z(0).getNumCols());
  }

  private void give(String name, String meaning, SimpleMatrix value) {
    claim(name, meaning);
    given.put(name, new SimpleMatrix(value));
  }

  /** A quantity; what it is called without names of its own comes first among its aliases. */
  private void add(String name, Kind kind, int layer, String like, Term right, String... aliases) {
    claim(name, aliases.length == 0 ? name : aliases[0]);
    steps.add(new Step(name, List.of(aliases), kind, layer, like, right));
  }

  private void claim(String name, String meaning) {
    String other = meanings.putIfAbsent(name, meaning);
    if (other != null) {
      throw new NablaException(
          "exercise: %s is the name of %s and of %s, so a question about %s would not say which. Give one of them another name with names(...)."
              .formatted(name, other, meaning, name));
    }
  }

  private void forward(int l) {
    Term W = named(W(l));
    if (anatomy.intercept()) {
      W = Term.of(new Rule.WithIntercept(anatomy.inputsByOutputs()), W);
    }
    Term weights = anatomy.inputsByOutputs() ? transpose(W) : W;
    Term sum = product(weights, named(Z(l - 1)));
    Term s = biased(l) ? Term.of(new Rule.AddColumn(), sum, named(b(l))) : sum;
    add(S(l), Kind.PRE_ACTIVATION, l, null, s, "S" + l);
    Term z =
        isLinear(l) ? named(S(l)) : Term.of(new Rule.Activate(anatomy.activation(l)), named(S(l)));
    boolean ones = anatomy.intercept() && l < anatomy.depth();
    add(Z(l), Kind.ACTIVATION, l, null, ones ? Term.of(new Rule.WithOnes(), z) : z, "Z" + l);
  }

  private Term lossSum() {
    Term output = named(Z(anatomy.depth()));
    return anatomy.loss() instanceof SquaredError
        ? Term.of(new Rule.Squares(), difference(output, named("Y")))
        : Term.of(new Rule.LossSum(anatomy.loss()), output, named("Y"));
  }

  /** The factors of the loss in front of a term. */
  private Term scaled(Term term, boolean squareDown) {
    Term scaled = squareDown ? scale(2, Why.SQUARE, term) : term;
    scaled = anatomy.loss().scale().half() ? scale(0.5, Why.HALF, scaled) : scaled;
    int examples = pass.Z(0).getNumCols();
    return anatomy.loss().scale().mean() ? scale(1.0 / examples, Why.MEAN, scaled) : scaled;
  }

  private void backward(int l) {
    boolean last = l == anatomy.depth();
    if (last && anatomy.fused()) {
      addDelta(l, fusedDelta());
    } else if (isLinear(l)) {
      addDelta(l, last ? lossSlope() : below(l), dZ(l), "dZ" + l);
    } else {
      add(dZ(l), Kind.OUTPUT_GRADIENT, l, Z(l), last ? lossSlope() : below(l), "dZ" + l);
      addDelta(l, delta(l));
    }
    Term delta = named("delta" + l);
    Term dW =
        anatomy.inputsByOutputs()
            ? product(named(Z(l - 1)), transpose(delta))
            : product(delta, transpose(named(Z(l - 1))));
    add("d" + W(l), Kind.WEIGHT_GRADIENT, l, W(l), dW, "dW" + l);
    if (biased(l)) {
      Term db = Term.of(new Rule.RowSums(), delta);
      add("d" + b(l), Kind.BIAS_GRADIENT, l, b(l), db, "db" + l);
    }
  }

  /** Where Z = S, dL/dZ is another name for delta. */
  private void addDelta(int l, Term right, String... others) {
    List<String> aliases = new ArrayList<>(List.of("delta" + l));
    aliases.addAll(List.of(others));
    aliases.add("d" + S(l));
    aliases.add("dS" + l);
    add("delta" + l, Kind.DELTA, l, S(l), right, aliases.toArray(String[]::new));
  }

  private Term lossSlope() {
    int last = anatomy.depth();
    if (anatomy.loss() == null) {
      give("dL/d" + Z(last), "dL/dZ" + last, back.dZ(last));
      return named("dL/d" + Z(last));
    }
    return anatomy.loss() instanceof SquaredError
        ? scaled(difference(named(Z(last)), named("Y")), true)
        : scaled(Term.of(new Rule.LossSlope(anatomy.loss()), named(Z(last)), named("Y")), false);
  }

  private Term fusedDelta() {
    return scaled(difference(named(Z(anatomy.depth())), named("Y")), false);
  }

  private Term delta(int l) {
    return anatomy.activation(l) instanceof Elementwise f
        ? entrywise(named(dZ(l)), Term.of(new Rule.Slope(f), named(S(l))))
        : Term.of(new Rule.Through(anatomy.activation(l)), named(Z(l)), named(dZ(l)));
  }

  /** W^T delta of the layer above. */
  private Term below(int l) {
    Term weights = named(W(l + 1));
    if (anatomy.intercept()) {
      weights = Term.of(new Rule.WithoutIntercept(anatomy.inputsByOutputs()), weights);
    }
    return product(
        anatomy.inputsByOutputs() ? weights : transpose(weights), named("delta" + (l + 1)));
  }

  private void update(String name, String alias, int l, double rate) {
    Term right = difference(named(name), scale(rate, Why.RATE, named("d" + name)));
    add("new" + name, Kind.UPDATE, l, name, right, alias);
  }

  private boolean isLinear(int l) {
    return anatomy.activation(l) instanceof Identity;
  }

  private boolean biased(int l) {
    return anatomy.biased().get(l - 1);
  }

  private String W(int l) {
    return word(net.W(l));
  }

  private String b(int l) {
    return word(net.b(l));
  }

  private String S(int l) {
    return word(pass.S(l));
  }

  private String Z(int l) {
    return word(pass.Z(l));
  }

  private String dZ(int l) {
    return "d" + Z(l);
  }

  private static String word(Quantity quantity) {
    return quantity.name().text();
  }
}
