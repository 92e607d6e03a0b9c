package dev.nabla.benchmarks;

import dev.nabla.graph.Circuit;
import dev.nabla.graph.Graph;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Nanoseconds per node of graphs of 10 to 100,000 nodes: reading and building, forward, backward.
 * Processor time of the fastest of as many runs as fit into half a second.
 */
final class GraphCurve {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long TURN_NANOS = 500_000_000;
  private static final int LARGEST = 100_000;

  /** So many nodes at least are timed at once, since the clock is coarse. */
  private static final int AT_ONCE = 10_000;

  private GraphCurve() {}

  public static void main(String[] arguments) {
    System.out.println("java " + System.getProperty("java.version") + ", ns per node");
    System.out.println("nodes\tread and built\tforward\tbackward");
    // The first time warms up.
    row(LARGEST);
    for (int nodes = 10; nodes <= LARGEST; nodes *= 10) {
      System.out.println(row(nodes));
    }
  }

  private static String row(int nodes) {
    String text = chain(nodes);
    Circuit circuit = Graph.of(text).circuit();
    circuit.set("x", 0.3);
    // So close to 1 that no derivative gets so small that the processor takes its time.
    circuit.set("w", 0.99999);
    double build = least(nodes, () -> Graph.of(text).circuit());
    double forward = least(nodes, circuit::forward);
    double backward = least(nodes, circuit::backward);
    return String.format(Locale.ROOT, "%d\t%.0f\t%.2f\t%.2f", nodes, build, forward, backward);
  }

  /** Two nodes a line: {@code v1 = v0 * w + x}. */
  private static String chain(int nodes) {
    StringBuilder text = new StringBuilder("v0 = x * w\n");
    for (int i = 1; i <= nodes / 2; i++) {
      text.append("v").append(i).append(" = v").append(i - 1).append(" * w + x\n");
    }
    return text.toString();
  }

  private static double least(int nodes, Runnable work) {
    int repeats = Math.max(1, AT_ONCE / nodes);
    long end = System.nanoTime() + TURN_NANOS;
    long least = Long.MAX_VALUE;
    do {
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < repeats; i++) {
        work.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    } while (System.nanoTime() < end);
    return (double) least / repeats / nodes;
  }
}
