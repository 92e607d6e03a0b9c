package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.Matrices;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** Jacobians of two functions, and their product. */
record JacobianProduct() implements Kind {
  @Override
  public String name() {
    return "jacobian";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    int k = draw.integer(2, 4);
    int m = draw.integer(2, 4);
    int n = draw.integer(2, 3);
    int t = draw.nonzero(2);
    SimpleMatrix Jg = Matrices.column(2 * t, n);
    int x1 = t * t;
    int x2 = n * t;
    SimpleMatrix Jf = Matrices.of(new double[][] {{2 * x1, k}, {x2, x1}, {0, 2 * m * x2}});
    Jacobian inner = Jacobian.of(Jg, Matrices.column(t));
    Jacobian outer = Jacobian.of(Jf, Matrices.column(x1, x2));
    Jacobian J = outer.times(inner);
    String task =
        "g(t) = (t^2, %d t) and f(x1, x2) = (x1^2 + %d x2, x1 x2, %d x2^2), at t = %d: the Jacobian Jg,"
            + " the Jacobian Jf at g(t), and the Jacobian J of f(g(t)).";
    return !Fair.hasZero(J.matrix())
        ? Optional.of(
            new Problem(
                task.formatted(n, k, m, t),
                List.of(),
                id -> Exercise.of(id).asks("Jg", inner).asks("Jf", outer).asks("J", J)))
        : Optional.empty();
  }
}
