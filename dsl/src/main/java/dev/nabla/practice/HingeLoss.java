package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.OneHot;
import dev.nabla.matrix.Quantity;
import dev.nabla.net.Hinge;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** The hinge on probabilities: loss, active classes, derivative. */
record HingeLoss() implements Kind {
  private static final int CLASSES = 4;

  /** Probabilities and the margin are multiples of 0.05. */
  private static final int PARTS = 20;

  @Override
  public String name() {
    return "hinge";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    SimpleMatrix parts = draw.matrix(CLASSES, 1, 1, 10);
    int target = draw.integer(1, CLASSES);
    int margin = draw.integer(1, 6);
    int active = 0;
    boolean kink = false;
    for (int l = 0; l < CLASSES; l++) {
      double excess = parts.get(l) - parts.get(target - 1) + margin;
      active += l != target - 1 && excess > 0 ? 1 : 0;
      kink |= excess == 0;
    }
    if (parts.elementSum() != PARTS || kink || active < 2 || active == CLASSES - 1) {
      return Optional.empty();
    }
    SimpleMatrix p = parts.divide(PARTS);
    SimpleMatrix y = OneHot.of(CLASSES, target);
    Hinge hinge = Hinge.of(margin / (double) PARTS);
    return Optional.of(
        new Problem(
            "The true class is "
                + target
                + ", the margin "
                + Digits.typed(margin / (double) PARTS)
                + ": the loss, the active classes as 0 and 1, and the derivative dp of the loss by"
                + " p.",
            List.of(Quantity.label(p, "p")),
            id ->
                Exercise.of(id)
                    .asks("loss", hinge.of(p, y))
                    .asks("active", hinge.active(p, y))
                    .asks("dp", hinge.gradient(p, y))));
  }
}
