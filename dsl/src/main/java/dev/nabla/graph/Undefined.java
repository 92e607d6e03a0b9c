package dev.nabla.graph;

import dev.nabla.display.View;
import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** Finds where a value stops being a number. */
final class Undefined {
  private Undefined() {}

  /**
   * {@code log(x - 3) has no value here: x - 3 is -2.} The first operation whose inputs are all
   * finite while its result is not; null if everything is finite.
   */
  static View first(Values values) {
    Program program = values.program();
    for (int place = 0; place < program.size(); place++) {
      if (program.at(place) instanceof Apply apply && !isFinite(values.value(place))) {
        return explain(values, program, apply, place);
      }
    }
    return null;
  }

  private static View explain(Values values, Program program, Apply apply, int place) {
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < apply.inputs().size(); i++) {
      SimpleMatrix input = values.value(program.inputs(place)[i]);
      Expression formula = apply.input(i);
      if (!isFinite(input)) {
        return null;
      }
      if (!(formula instanceof Constant)) {
        reasons.add(formula + " is " + Explain.number(input));
      }
    }
    boolean infinite = Double.isInfinite(values.value(place).get(0));
    return Tables.line(
        Tables.plain(
            apply
                + (infinite ? " is infinite here: " : " has no value here: ")
                + String.join(", ", reasons)
                + "."));
  }

  private static boolean isFinite(SimpleMatrix matrix) {
    return !matrix.hasUncountable();
  }
}
