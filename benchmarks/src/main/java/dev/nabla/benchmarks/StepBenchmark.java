package dev.nabla.benchmarks;

import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;

import dev.nabla.net.Network;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One training step of worksheet 4's net (2-3-1, four examples), against straight-line EJML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {
  private static final int STEPS = 10_000;
  private static final double RATE = 1e-3;

  private final SimpleMatrix X = matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05");
  private final SimpleMatrix Y = row(1, 1, -1, -1);
  private final SimpleMatrix W1 = matrix("0.6 0.01; 0.7 0.43; 0 0.88");
  private final SimpleMatrix W2 = row(0.02, 0.03, 0.09);
  private final Network net = net().layer(W1, relu).layer(W2).loss(squaredError.half().mean());

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double language() {
    return net.train(X, Y).rate(RATE).epochs(STEPS).loss();
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double straightLineEjml() {
    DMatrixRMaj x = X.getDDRM();
    DMatrixRMaj y = Y.getDDRM();
    DMatrixRMaj w1 = W1.copy().getDDRM();
    DMatrixRMaj w2 = W2.copy().getDDRM();
    DMatrixRMaj s1 = new DMatrixRMaj(3, 4);
    DMatrixRMaj z1 = new DMatrixRMaj(3, 4);
    DMatrixRMaj z2 = new DMatrixRMaj(1, 4);
    DMatrixRMaj d2 = new DMatrixRMaj(1, 4);
    DMatrixRMaj d1 = new DMatrixRMaj(3, 4);
    double loss = 0;
    for (int step = 0; step < STEPS; step++) {
      CommonOps_DDRM.mult(w1, x, s1);
      for (int i = 0; i < 12; i++) {
        z1.data[i] = s1.data[i] > 0 ? s1.data[i] : 0;
      }
      CommonOps_DDRM.mult(w2, z1, z2);
      loss = 0;
      for (int i = 0; i < 4; i++) {
        double r = z2.data[i] - y.data[i];
        loss += r * r / 8;
        d2.data[i] = r / 4;
      }
      CommonOps_DDRM.multTransA(w2, d2, d1);
      for (int i = 0; i < 12; i++) {
        d1.data[i] = s1.data[i] > 0 ? d1.data[i] : 0;
      }
      CommonOps_DDRM.multAddTransB(-RATE, d2, z1, w2);
      CommonOps_DDRM.multAddTransB(-RATE, d1, x, w1);
    }
    return loss;
  }
}
