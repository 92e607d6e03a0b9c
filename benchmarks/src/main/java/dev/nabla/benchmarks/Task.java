package dev.nabla.benchmarks;

import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.squaredError;

import dev.nabla.net.Activation;
import dev.nabla.net.Network;
import dev.nabla.net.Trained;
import dev.nabla.net.Training;
import java.util.Locale;
import org.ejml.simple.SimpleMatrix;

/** Nets that are trained on one batch, and from which numbers each of them starts. */
record Task(
    Activation hidden,
    SimpleMatrix[] W,
    SimpleMatrix[] b,
    SimpleMatrix X,
    SimpleMatrix Y,
    double rate) {

  /**
   * A task by its name: {@code worksheet}, {@code xor}, or the sizes of layers and the number of
   * examples, such as {@code 784-128-10x64}.
   */
  static Task named(String name) {
    return switch (name) {
      case "worksheet" -> worksheet();
      case "xor" -> xor();
      default -> {
        String[] sizes = name.split("[-x]");
        int[] units = new int[sizes.length - 1];
        for (int l = 0; l < units.length; l++) {
          units[l] = Integer.parseInt(sizes[l]);
        }
        yield wide(units, Integer.parseInt(sizes[units.length]));
      }
    };
  }

  /** Worksheet 4's net: 2-3-1, four examples, no bias. */
  private static Task worksheet() {
    return new Task(
        relu,
        new SimpleMatrix[] {matrix("0.6 0.01; 0.7 0.43; 0 0.88"), row(0.02, 0.03, 0.09)},
        new SimpleMatrix[2],
        matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05"),
        row(1, 1, -1, -1),
        1e-3);
  }

  /** 2-4-1 with biases, sigmoid in the middle. */
  private static Task xor() {
    return new Task(
        sigmoid,
        new SimpleMatrix[] {numbers(4, 2, 0, 1), numbers(1, 4, 8, 1)},
        new SimpleMatrix[] {new SimpleMatrix(4, 1), new SimpleMatrix(1, 1)},
        matrix("0 0 1 1; 0 1 0 1"),
        row(0, 1, 1, 0),
        0.5);
  }

  private static Task wide(int[] units, int examples) {
    int layers = units.length - 1;
    SimpleMatrix[] W = new SimpleMatrix[layers];
    SimpleMatrix[] b = new SimpleMatrix[layers];
    long from = 0;
    for (int l = 0; l < layers; l++) {
      W[l] = numbers(units[l + 1], units[l], from, 2 / Math.sqrt(units[l]));
      b[l] = new SimpleMatrix(units[l + 1], 1);
      from += (long) units[l + 1] * units[l];
    }
    SimpleMatrix X = numbers(units[0], examples, from, 2);
    SimpleMatrix Y = numbers(units[layers], examples, from + X.getNumElements(), 2);
    return new Task(relu, W, b, X, Y, 1e-5);
  }

  /** Numbers from -scale/2 to scale/2 that any language can make: a multiple modulo a prime. */
  private static SimpleMatrix numbers(int rows, int columns, long from, double scale) {
    SimpleMatrix m = new SimpleMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      m.set(i, ((from + i) * 7919 % 1_000_003 / 1_000_003.0 - 0.5) * scale);
    }
    return m;
  }

  /** The peer of this name: {@code nabla}, {@code ejml} or {@code byHand}. */
  Peer peer(String name) {
    return switch (name) {
      case "nabla" -> {
        Training training = declared().train(X, Y).rate(rate);
        yield steps -> {
          Trained trained = training.epochs(steps);
          if (trained.epochs() != steps) {
            throw new IllegalStateException(trained.note());
          }
          return trained.loss();
        };
      }
      case "ejml" -> new PlainEjml(this);
      case "byHand" -> hidden == sigmoid ? new XorByHand(this) : new WorksheetByHand(this);
      default -> throw new IllegalArgumentException(name.toLowerCase(Locale.ROOT));
    };
  }

  private Network declared() {
    Network net = net();
    for (int l = 0; l < W.length; l++) {
      boolean last = l == W.length - 1;
      net =
          b[l] == null
              ? last ? net.layer(W[l]) : net.layer(W[l], hidden)
              : last ? net.layer(W[l], b[l]) : net.layer(W[l], b[l], hidden);
    }
    return net.loss(squaredError.half().mean());
  }
}
