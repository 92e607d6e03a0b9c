package dev.nabla.net;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** The difference quotients of one gradient, computed by moving one parameter entry at a time. */
final class Differences {
  private static final double SMALL = 1e-3;

  /** One entry of a parameter: its gradient and its difference quotient. */
  record Entry(String name, double analytic, double numeric, double relativeError) {}

  private final Blueprint net;
  private final Labels labels;
  private final Backward back;
  private final boolean central;
  private final double step;
  private final Parameters parameters;
  private final Signals signals;
  private final double largestGradient;

  private long evaluations;
  private double base;
  private int[] basePieces;
  private double largestError;
  private final List<Entry> worstOfEach = new ArrayList<>();
  private final List<String> kinks = new ArrayList<>();

  static Differences of(Backward back, boolean central, double step) {
    Differences differences = new Differences(back, central, step);
    differences.compute();
    return differences;
  }

  private Differences(Backward back, boolean central, double step) {
    this.back = back;
    this.central = central;
    this.step = step;
    Network network = back.pass().net();
    net = network.plan();
    labels = back.pass().labels();
    parameters = network.parameters().copy();
    Signals passed = back.pass().signals();
    signals = new Signals(net, passed.layers, passed.examples());
    largestGradient = largest(back.gradient());
  }

  private static double largest(Parameters gradient) {
    double largest = 0;
    for (int i = 0; i < gradient.W().length; i++) {
      for (DMatrixRMaj m : new DMatrixRMaj[] {gradient.W()[i], gradient.b()[i]}) {
        if (m != null) {
          largest = Math.max(largest, Arrays.stream(m.data).map(Math::abs).max().orElse(0));
        }
      }
    }
    return largest;
  }

  private void compute() {
    if (!central) {
      base = evaluate();
      basePieces = pieces();
    }
    for (int l = 1; l <= net.depth(); l++) {
      compute("W", l, parameters.W()[l - 1], back.gradient().W()[l - 1]);
      if (net.layer(l).biased()) {
        compute("b", l, parameters.b()[l - 1], back.gradient().b()[l - 1]);
      }
    }
  }

  private void compute(String family, int l, DMatrixRMaj values, DMatrixRMaj gradient) {
    Entry worst = null;
    for (int k = 0; k < values.getNumElements(); k++) {
      if (Thread.interrupted()) {
        throw new NablaException(
            "gradientCheck: interrupted after " + evaluations + " loss evaluations.");
      }
      String name = labels.entryName(family, l, k / values.numCols, k % values.numCols);
      double kept = values.data[k];
      values.data[k] = kept + step;
      double width = values.data[k] - kept;
      double plus = evaluate();
      int[] above = pieces();
      double minus = base;
      int[] below = basePieces;
      if (central) {
        values.data[k] = kept - step;
        width += kept - values.data[k];
        minus = evaluate();
        below = pieces();
      }
      values.data[k] = kept;
      if (!Arrays.equals(above, below)) {
        kinks.add(name);
        continue;
      }
      Entry entry = entry(name, gradient.data[k], (plus - minus) / width);
      largestError = Math.max(largestError, Math.abs(entry.analytic - entry.numeric));
      if (worst == null || !(entry.relativeError <= worst.relativeError)) {
        worst = entry;
      }
    }
    if (worst != null) {
      worstOfEach.add(worst);
    }
  }

  private Entry entry(String name, double analytic, double numeric) {
    double size =
        Math.max(Math.max(Math.abs(analytic), Math.abs(numeric)), SMALL * largestGradient);
    double error = analytic == numeric ? 0 : Math.abs(analytic - numeric) / size;
    return new Entry(name, analytic, numeric, error);
  }

  /** What is differentiated, at the moved parameters. */
  private double evaluate() {
    evaluations++;
    signals.fill(parameters, back.pass().signals().Z[0]);
    if (back.targets() != null) {
      return signals.loss(signals.S[net.depth()], back.targets().getDDRM());
    }
    double sum = 0;
    double[] dZ = back.given().data;
    for (int i = 0; i < dZ.length; i++) {
      sum += dZ[i] * signals.output().data[i];
    }
    return sum;
  }

  /** Which smooth piece every unit and every term of the loss lies on. */
  private int[] pieces() {
    List<int[]> all = new ArrayList<>();
    for (int l = 1; l <= net.depth(); l++) {
      Activation f = net.layer(l).activation();
      all.add(Arrays.stream(signals.S[l].data).mapToInt(f::piece).toArray());
    }
    if (back.targets() != null) {
      SimpleMatrix terms = net.loss().pieces(SimpleMatrix.wrap(signals.output()), back.targets());
      if (terms != null) {
        all.add(Arrays.stream(terms.getDDRM().data).mapToInt(x -> (int) x).toArray());
      }
    }
    return all.stream().flatMapToInt(Arrays::stream).toArray();
  }

  /** The entry farthest off, or null if all were left out. */
  Entry worst() {
    return worstOfEach.stream()
        .reduce((a, b) -> a.relativeError >= b.relativeError ? a : b)
        .orElse(null);
  }

  List<Entry> worstOfEach() {
    return worstOfEach;
  }

  List<String> kinks() {
    return List.copyOf(kinks);
  }

  long evaluations() {
    return evaluations;
  }

  double largestError() {
    return largestError;
  }

  double largestGradient() {
    return largestGradient;
  }
}
