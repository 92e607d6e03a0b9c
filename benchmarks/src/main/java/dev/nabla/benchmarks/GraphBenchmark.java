package dev.nabla.benchmarks;

import dev.nabla.graph.Circuit;
import dev.nabla.graph.Graph;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Forward and backward through a graph of 1,000 numbers, a chain {@code v = f(v) + x}, against a
 * loop by hand that computes the same; and building such a graph with its derivative.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GraphBenchmark {
  /** Each link of the chain is two nodes. */
  private static final int LINKS = 500;

  @Param({"product", "tanh"})
  public String operation;

  private Circuit circuit;
  private final double[] v = new double[LINKS + 1];
  private final double[] f = new double[LINKS + 1];
  private final double[] dv = new double[LINKS + 1];
  private final double[] df = new double[LINKS + 1];
  private double gradientByW;

  @Setup
  public void build() {
    circuit = Graph.of(chain(LINKS)).circuit();
    if (Math.abs(graph() - byHand()) > 1e-9 * Math.abs(byHand())) {
      throw new IllegalStateException(graph() + " is not " + byHand());
    }
  }

  private String chain(int links) {
    StringBuilder text = new StringBuilder("v0 = x\n");
    for (int i = 1; i <= links; i++) {
      String before = "v" + (i - 1);
      String f = operation.equals("tanh") ? "tanh(" + before + ")" : before + " * w";
      text.append("v").append(i).append(" = ").append(f).append(" + x\n");
    }
    return text.toString();
  }

  @Benchmark
  public double graph() {
    circuit.set("x", 0.3);
    if (operation.equals("product")) {
      circuit.set("w", 0.9);
    }
    circuit.forward();
    circuit.backward();
    return circuit.gradient("x");
  }

  /** As a person would write it who wants what a graph gives: every value and every adjoint. */
  @Benchmark
  public double byHand() {
    double x = 0.3;
    double w = 0.9;
    boolean tanh = operation.equals("tanh");
    v[0] = x;
    for (int i = 1; i <= LINKS; i++) {
      f[i] = tanh ? StrictMath.tanh(v[i - 1]) : v[i - 1] * w;
      v[i] = f[i] + x;
    }
    dv[LINKS] = 1;
    double dx = 0;
    double dw = 0;
    for (int i = LINKS; i >= 1; i--) {
      dx += dv[i];
      df[i] = dv[i];
      if (tanh) {
        dv[i - 1] = df[i] * (1 - f[i] * f[i]);
      } else {
        dw += df[i] * v[i - 1];
        dv[i - 1] = df[i] * w;
      }
    }
    gradientByW = dw;
    return dx + dv[0];
  }

  /** As short as a person can write it for this chain: the gradients by the inputs alone. */
  @Benchmark
  public double byHandInputsAlone() {
    double x = 0.3;
    double w = 0.9;
    boolean tanh = operation.equals("tanh");
    v[0] = x;
    for (int i = 1; i <= LINKS; i++) {
      v[i] = (tanh ? StrictMath.tanh(v[i - 1]) : v[i - 1] * w) + x;
    }
    double gradient = 1;
    double dx = 0;
    double dw = 0;
    for (int i = LINKS; i >= 1; i--) {
      dx += gradient;
      if (tanh) {
        double t = v[i] - x;
        gradient *= 1 - t * t;
      } else {
        dw += gradient * v[i - 1];
        gradient *= w;
      }
    }
    gradientByW = dw;
    return dx + gradient;
  }

  /** 10,000 nodes read, built and differentiated. */
  @Benchmark
  public double buildAndDifferentiate() {
    int links = 10 * LINKS;
    Circuit large = Graph.of(chain(links)).circuit();
    large.set("x", 0.3);
    if (operation.equals("product")) {
      large.set("w", 0.9);
    }
    large.forward();
    large.backward();
    return large.gradient("x");
  }
}
