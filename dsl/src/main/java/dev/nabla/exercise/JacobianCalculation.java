package dev.nabla.exercise;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Jacobian;
import dev.nabla.net.Activation;
import dev.nabla.net.Elementwise;
import dev.nabla.net.Sigmoid;
import dev.nabla.net.Softmax;
import dev.nabla.net.Tanh;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** How a Jacobian comes about: as a product, from an activation, or from a function at a point. */
final class JacobianCalculation {
  private static final Softmax SOFTMAX = new Softmax();
  private static final List<Elementwise> ELEMENTWISE = List.of(new Sigmoid(), new Tanh());
  private final Recipe recipe;
  private final Map<String, SimpleMatrix> given = new LinkedHashMap<>();

  private JacobianCalculation(Recipe recipe) {
    this.recipe = recipe;
  }

  /** A calculation with a question for a Jacobian at its end. */
  static Recipe and(Recipe recipe, String name, Jacobian J) {
    JacobianCalculation calculation = new JacobianCalculation(recipe);
    Term formula = calculation.formula(J, name);
    SimpleMatrix at = J.at();
    if (at.getNumCols() > 1) {
      formula = Term.of(new Rule.ByColumns(at.getNumRows(), at.getNumCols()), formula);
    }
    Step step = new Step(name, List.of(), Step.Kind.JACOBIAN, 0, null, formula);
    return recipe.and(calculation.given, List.of(step));
  }

  private Term formula(Jacobian J, String name) {
    if (!J.factors().isEmpty()) {
      return Term.product(
          factor(J.factors().get(0), "the outer Jacobian of " + name),
          factor(J.factors().get(1), "the inner Jacobian of " + name));
    }
    Term point = given("the point of " + name, J.at());
    if (isOf(SOFTMAX, J)) {
      return Term.of(new Rule.SoftmaxJacobian(), Term.of(new Rule.Activate(SOFTMAX), point));
    }
    return ELEMENTWISE.stream()
        .filter(f -> isOf(f, J))
        .findFirst()
        .map(f -> Term.of(new Rule.Diagonal(), Term.of(new Rule.Slope(f), point)))
        .orElse(Term.of(new Rule.Differentiated(name, J), point));
  }

  /** A factor that is asked for itself is taken from there. */
  private Term factor(Jacobian J, String name) {
    for (Step step : recipe.steps()) {
      boolean same =
          step.kind() == Step.Kind.JACOBIAN
              && Closeness.areEqual(J.flatten(), recipe.right().value(step.name()));
      if (same) {
        return Term.named(step.name());
      }
    }
    return formula(J, name);
  }

  private Term given(String name, SimpleMatrix value) {
    given.put(name, value);
    return Term.named(name);
  }

  private static boolean isOf(Activation f, Jacobian J) {
    SimpleMatrix at = J.at();
    return at.getNumCols() == 1
        && at.getNumRows() > 1
        && Closeness.areEqual(J.flatten(), f.jacobian(at).matrix());
  }
}
