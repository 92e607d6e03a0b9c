package dev.nabla.exercise;

import dev.nabla.matrix.Rounding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/** What somebody writes with who makes slips and rounds what is written down. */
final class Pen {
  private final Set<String> slips;
  private final int decimals;
  private final boolean truncates;
  private final Map<String, SimpleMatrix> notes = new LinkedHashMap<>();

  /** Rounds to so many decimals; -1 for none. */
  Pen(Set<String> slips, int decimals, boolean truncates) {
    this.slips = slips;
    this.decimals = decimals;
    this.truncates = truncates;
  }

  /** Whether a slip of this name is made. */
  boolean slips(String slip) {
    return slips.contains(slip);
  }

  SimpleMatrix write(String name, SimpleMatrix value) {
    SimpleMatrix written = written(value);
    notes.put(name, written);
    return written;
  }

  double write(String name, double value) {
    return write(name, new SimpleMatrix(1, 1, true, value)).get(0);
  }

  /** A result that has no name. */
  SimpleMatrix written(SimpleMatrix value) {
    if (decimals < 0) {
      return value;
    }
    return truncates
        ? Rounding.truncate(Rounding.round(value, 12), decimals)
        : Rounding.round(value, decimals);
  }

  double written(double value) {
    return written(new SimpleMatrix(1, 1, true, value)).get(0);
  }

  /** A step of descent. */
  void step(String name, SimpleMatrix old, SimpleMatrix gradient, double rate) {
    SimpleMatrix change = slips("rate-forgotten") ? gradient : written(gradient.scale(rate));
    SimpleMatrix next = slips("update-added") ? old.plus(change) : old.minus(change);
    SimpleMatrix alone = slips("step-alone") ? change : change.scale(-1);
    boolean isAlone = slips("step-alone") || slips("step-alone:down");
    write("new" + name, isAlone ? alone : next);
  }

  /** Everything written down, by name. */
  Map<String, SimpleMatrix> notes() {
    return notes;
  }
}
