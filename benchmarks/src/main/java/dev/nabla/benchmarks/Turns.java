package dev.nabla.benchmarks;

import dev.nabla.product.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Trains when it is told to, so that another program can let several JVMs take turns. A line such
 * as {@code xor nabla 1000}, trainings of 1000 steps for a twentieth of a second, is answered by
 * the nanoseconds of one step in the fastest of them and the loss after the last.
 */
final class Turns {
  /** Processor time, since other programs on the machine disturb it less. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long TURN_NANOS = 50_000_000;

  private Turns() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(System.getProperty("java.version") + " " + Product.ofLargeMatrices());
    Map<String, Peer> peers = new HashMap<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      Peer peer =
          peers.computeIfAbsent(
              words[0] + " " + words[1], key -> Task.named(words[0]).peer(words[1]));
      int steps = Integer.parseInt(words[2]);
      long end = System.nanoTime() + TURN_NANOS;
      long least = Long.MAX_VALUE;
      double loss;
      do {
        long start = THREADS.getCurrentThreadCpuTime();
        loss = peer.train(steps);
        least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
      } while (System.nanoTime() < end);
      System.out.println((double) least / steps + " " + loss);
    }
  }
}
