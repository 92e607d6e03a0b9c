package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The chain rule within one formula: gradients go from the result down to a name. */
public final class Differentiate {
  private final Symbol by;
  private final Map<Expression, Boolean> depends = new IdentityHashMap<>();
  private final List<Expression> received = new ArrayList<>();

  private Differentiate(Symbol by) {
    this.by = by;
  }

  /** The derivative of a number by a name, in the shape of the name; not simplified. */
  public static Expression derivative(Expression of, Symbol by) {
    return pull(of, Constant.ONE, by);
  }

  /**
   * What the name receives when {@code of} has this gradient: the sum over all its places in the
   * formula. {@link Constant#ZERO} if the formula does not contain the name.
   */
  public static Expression pull(Expression of, Expression gradient, Symbol by) {
    Differentiate walk = new Differentiate(by);
    walk.down(of, gradient);
    return walk.received.isEmpty() ? Constant.ZERO : Expressions.add(walk.received);
  }

  private void down(Expression at, Expression gradient) {
    if (at.equals(by)) {
      received.add(gradient);
    } else if (at instanceof Apply apply) {
      for (int i = 0; i < apply.inputs().size(); i++) {
        if (dependsOn(apply.input(i))) {
          down(apply.input(i), apply.operation().derivative().pull(apply, gradient, i));
        }
      }
    }
  }

  private boolean dependsOn(Expression expression) {
    if (expression.inputs().isEmpty()) {
      return expression.equals(by);
    }
    Boolean known = depends.get(expression);
    if (known == null) {
      known = expression.inputs().stream().anyMatch(this::dependsOn);
      depends.put(expression, known);
    }
    return known;
  }
}
