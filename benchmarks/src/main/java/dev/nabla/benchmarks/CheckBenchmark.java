package dev.nabla.benchmarks;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;

import dev.nabla.exercise.Verdict;
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

/** One check of an answer to worksheet 4, exercise 2: the shortest and the longest search. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
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
  private final SimpleMatrix withoutMask =
      back.dZ(1).mult(back.pass().Z(0).transpose());
  private final SimpleMatrix unknown = back.dW(1).scale(3.7).plus(0.01);

  @Setup
  public void open() {
    exercise("2", back).step(0.5);
  }

  @Benchmark
  public Verdict right() {
    return check("2 dW1", back.dW(1));
  }

  @Benchmark
  public Verdict oneMistake() {
    return check("2 dW1", withoutMask);
  }

  /** All single mistakes and all pairs are tried. */
  @Benchmark
  public Verdict unknown() {
    return check("2 newW1", unknown);
  }
}
