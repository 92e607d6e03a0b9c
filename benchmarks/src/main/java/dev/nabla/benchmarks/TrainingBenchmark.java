package dev.nabla.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step of small and wide nets by the language, and beside it by plain EJML or by hand.
 * For a BLAS, add {@code -jvmArgsAppend --enable-native-access=ALL-UNNAMED}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingBenchmark {
  private static final int STEPS = 1000;
  private static final int WIDE_STEPS = 5;

  /** A small net. */
  @State(Scope.Benchmark)
  public static class Small {
    @Param({"worksheet", "xor"})
    String task;

    @Param({"nabla", "byHand"})
    String by;

    private Peer peer;

    @Setup
    public void choose() {
      peer = Task.named(task).peer(by);
    }
  }

  /** A wide one. */
  @State(Scope.Benchmark)
  public static class Wide {
    @Param({"784-128-10x64", "1024-1024-1024-10x256"})
    String task;

    @Param({"nabla", "ejml"})
    String by;

    private Peer peer;

    @Setup
    public void choose() {
      peer = Task.named(task).peer(by);
    }
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double small(Small net) {
    return net.peer.train(STEPS);
  }

  @Benchmark
  @OperationsPerInvocation(WIDE_STEPS)
  public double wide(Wide net) {
    return net.peer.train(WIDE_STEPS);
  }
}
