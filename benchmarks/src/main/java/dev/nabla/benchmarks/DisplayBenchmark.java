package dev.nabla.benchmarks;

import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;

import dev.nabla.display.Display;
import dev.nabla.graph.Drawing;
import dev.nabla.graph.Gradients;
import dev.nabla.graph.Graph;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.simple.SimpleMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a notebook waits for when a value is shown: all its formats. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DisplayBenchmark {
  private final SimpleMatrix matrix = SimpleMatrix.random_DDRM(12, 12, -1, 1, new Random(1));
  private final Drawing drawing =
      net(4).layer(6, relu).layer(6, relu).layer(6, relu).layer(3).draw();

  private final Gradients circuit = graphOf40Nodes().at("x=0.5 y=0.25").backward();

  /** Two inputs and 38 sums and products, each of the two before it. */
  private static Graph graphOf40Nodes() {
    StringBuilder formulas = new StringBuilder();
    for (int i = 0; i < 38; i++) {
      String before = i == 0 ? "y" : "v" + (i - 1);
      String beforeThat = i == 0 ? "x" : i == 1 ? "y" : "v" + (i - 2);
      formulas.append("v" + i + " = " + beforeThat + (i % 3 == 0 ? " * " : " + ") + before + "\n");
    }
    return graph(formulas.toString());
  }

  @Benchmark
  public Map<String, String> graphOf40NodesWithValuesAndGradients() {
    return Display.bundle(circuit.draw(), null);
  }

  @Benchmark
  public Map<String, String> matrixOf12By12() {
    return Display.bundle(matrix, "M");
  }

  @Benchmark
  public Map<String, String> drawingOfFiveLayers() {
    return Display.bundle(drawing, null);
  }
}
