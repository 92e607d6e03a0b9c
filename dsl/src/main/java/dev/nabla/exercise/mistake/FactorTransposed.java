package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** J_f^T J_g or J_f J_g^T for J_f J_g. */
final class FactorTransposed implements Mistake {
  @Override
  public String tag() {
    return "factor-transposed";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.JACOBIAN && node.is(Rule.Product.class)
        ? List.of(
            Term.product(Term.transpose(node.part(0)), node.part(1)),
            Term.product(node.part(0), Term.transpose(node.part(1))))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "one of the two Jacobians is used transposed in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Does each row of both Jacobians belong to one output?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Both Jacobians must be written in the same layout.",
        "Here rows are outputs and columns are inputs, in both factors.",
        "Row k of "
            + Words.of(node.part(0))
            + " times column i of "
            + Words.of(node.part(1))
            + " gives entry [k,i].");
  }
}
