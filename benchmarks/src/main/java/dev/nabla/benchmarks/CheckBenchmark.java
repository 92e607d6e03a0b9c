package dev.nabla.benchmarks;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;

import dev.nabla.exercise.Verdict;
import dev.nabla.graph.Gradients;
import dev.nabla.net.Backward;
import java.util.concurrent.TimeUnit;
import org.ejml.simple.SimpleMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One check of an answer: the shortest search, and the longest of every kind of computation the
 * worksheets have. In an unknown answer all single mistakes and all pairs are tried.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CheckBenchmark {
  private final Backward back =
      net()
          .layer(matrix("0.6 0.01; 0.7 0.43; 0 0.88"), relu)
          .layer(row(0.02, 0.03, 0.09))
          .loss(squaredError.half().mean())
          .forward(matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05"))
          .backward(row(1, 1, -1, -1));
  private final Gradients gradients =
      graph(
              """
              W1: h x d, x: d, b: h, W2: p x h, y: p, Phi: R -> R
              x1 = W1 x + b
              x2 = Phi(x1)
              r = W2 x2 - y
              l = 1/2 ||r||^2
              """)
          .at(
              "W1",
              matrix("1 -1; 2 0; 0 1"),
              "b",
              column(1, -5, -3),
              "x",
              column(3, 1),
              "W2",
              matrix("1 -1 2; 0 2 -1"),
              "y",
              column(1, 4),
              "Phi",
              relu)
          .backward();
  private final Backward deep =
      net()
          .layer(matrix("0.5 -1; 1.5 0.25"), column(0.1, -0.2), relu)
          .layer(matrix("1 0.5; -0.5 2; 0.3 0.7"), column(0.3, 0, 0.1), relu)
          .layer(row(0.2, -0.4, 0.6), column(0.5))
          .loss(squaredError.half().mean())
          .forward(matrix("1 0.5 -0.25; 2 -0.3 0.75"))
          .backward(row(1, -1, 2));
  private final SimpleMatrix withoutMask = back.dZ(1).mult(back.pass().Z(0).transpose());
  private final SimpleMatrix unknown = back.dW(1).scale(3.7).plus(0.01);
  private final SimpleMatrix unknownInGraph = gradients.gradient("W1").scale(3.7).plus(0.0173);
  private final SimpleMatrix unknownInDeep = deep.dW(1).scale(3.7).plus(0.0173);

  @Setup
  public void open() {
    exercise("2", back).step(0.5);
    exercise("own", back).step(0.5);
    check("own delta2", back.delta(2).scale(1.7).plus(0.01));
    check("own dW2", back.dW(2).scale(1.9).plus(0.01));
    exercise("2e", gradients).step(0.5);
    exercise("deep", deep).step(0.5);
    exercise("2b", graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2"));
    exercise("3.1", graph("f = sin(x y)/z + exp(x z)/(x y)"));
  }

  @Benchmark
  public Verdict right() {
    return check("2 dW1", back.dW(1));
  }

  @Benchmark
  public Verdict oneMistake() {
    return check("2 dW1", withoutMask);
  }

  /** Worksheet 4, exercise 2, where the steps of descent come last. */
  @Benchmark
  public Verdict unknown() {
    return check("2 newW1", unknown);
  }

  /** The same after other wrong answers: everything is tried from them, too. */
  @Benchmark
  public Verdict unknownAfterOthers() {
    return check("own newW1", unknown);
  }

  /** A net of three layers with biases, as the practice poses it. */
  @Benchmark
  public Verdict unknownInDeepNet() {
    return check("deep newW1", unknownInDeep);
  }

  /** Worksheets 2 and 3, exercise 2e. */
  @Benchmark
  public Verdict unknownInGraph() {
    return check("2e newW1", unknownInGraph);
  }

  /** Worksheet 1, exercise 2b: five random points. */
  @Benchmark
  public Verdict unknownFormula() {
    return check("2b dv/dx", "4c(a-b)(w+3y+z)");
  }

  /** Worksheet 5, exercise 3.1: not rational. */
  @Benchmark
  public Verdict unknownFunction() {
    return check("3.1 df/dx", "y cos(x y)/z + exp(x z) (x z - 2)/(x^2 y)");
  }
}
