package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Entrywise;
import dev.nabla.graph.algebra.Names;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The derivatives of everything by one input, carried forward with the values: d(node)/dx is the
 * sum over its inputs of local partial times d(input)/dx. One pass for each input, where {@link
 * Gradients} need one for each result.
 */
public final class ForwardMode implements Showable {
  private final Values values;
  private final String by;
  private final double[] slopes;

  private ForwardMode(Values values, String by, double[] slopes) {
    this.values = values;
    this.by = by;
    this.slopes = slopes;
  }

  static ForwardMode of(Values values, String by) {
    Program program = values.program();
    if (!program.isScalar()) {
      throw new NablaException(
          "forwardMode: this graph has matrices; forward mode is for graphs of numbers.");
    }
    double[] v = new double[program.size()];
    for (int place = 0; place < v.length; place++) {
      v[place] = values.value(place).get(0);
    }
    double[] slopes = new double[program.size()];
    double[] partials = new double[program.size()];
    slopes[values.place(by)] = 1;
    for (int place = values.place(by) + 1; place < v.length; place++) {
      if (program.at(place) instanceof Apply apply) {
        Entrywise rule = (Entrywise) values.bindings().rule(apply.operation());
        int[] in = program.inputs(place);
        int[] distinct = Arrays.stream(in).distinct().toArray();
        partials[place] = 1;
        rule.backward(v, partials, in, place);
        for (int input : distinct) {
          if (slopes[input] != 0) {
            slopes[place] += partials[input] * slopes[input];
          }
          partials[input] = 0;
        }
        partials[place] = 0;
      }
    }
    return new ForwardMode(values, by, slopes);
  }

  /** d(name)/dx. */
  public double slope(String name) {
    return slopes[values.place(name)];
  }

  /** Every formula with its value and its derivative. */
  @Override
  public View view() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : values.definitions().formulas().keySet()) {
      rows.add(List.of(name, Tables.number(values.value(name).get(0)), Tables.number(slope(name))));
    }
    Notation caption = Tables.join(Tables.plain("forward mode, by "), Names.notation(by));
    return new View.Table(caption, List.of("name", "value", "d/d" + by), rows);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
