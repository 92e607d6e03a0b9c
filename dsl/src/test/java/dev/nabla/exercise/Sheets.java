package dev.nabla.exercise;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.row;

import dev.nabla.Nabla;
import dev.nabla.net.Activation;
import dev.nabla.net.Backward;
import dev.nabla.net.Loss;
import dev.nabla.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;

/** The nets of the worksheets, and as many others as one likes. */
final class Sheets {
  private Sheets() {}

  /** Worksheet 4, exercise 2. */
  static Sheet worksheet4() {
    return new Sheet(
        List.of(matrix("0.6 0.01; 0.7 0.43; 0 0.88"), row(0.02, 0.03, 0.09)),
        Arrays.asList(null, null),
        List.of("relu", "identity"),
        "squaredError",
        true,
        true,
        matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05"),
        row(1, 1, -1, -1),
        0.5);
  }

  /** The nets with data of all sheets, each told as its sheet tells it. */
  static List<Sheet> ofWorksheets() {
    List<Sheet> all = new ArrayList<>(withSeparateBiases());
    SimpleMatrix diagonal = matrix("1 0 0; 0 1 0; 0 0 1");
    all.add(all.get(1).withIntercept());
    all.add(all.get(2).withInputsByOutputs());
    Sheet probabilities =
        new Sheet(
            List.of(diagonal),
            Arrays.asList((SimpleMatrix) null),
            List.of("softmax"),
            "hinge",
            false,
            false,
            matrix("1 0; 2 1; 0 3"),
            matrix("1 0; 0 0; 0 1"),
            0.5);
    all.add(probabilities);
    Sheet output =
        new Sheet(
            List.of(matrix("2 -1; 1 -1; 4 -2; -2 1"), row(4, -8, 16, -16)),
            List.of(column(0, 1, StrictMath.log(7), -StrictMath.log(3)), column(1)),
            List.of("sigmoid", "identity"),
            "none",
            false,
            false,
            column(1, 2),
            column(0),
            0.5);
    all.add(output);
    all.add(output.with(List.of(constant(4, 2, 0), constant(1, 4, 0)), output.f(), "none"));
    return all;
  }

  /** The nets of the sheets whose biases, if any, stand apart. */
  static List<Sheet> withSeparateBiases() {
    SimpleMatrix xor = matrix("0 0 1 1; 0 1 0 1");
    return List.of(
        worksheet4(),
        new Sheet(
            List.of(matrix("1 0; 2 0"), row(1, 2)),
            List.of(column(2, 0), column(0)),
            List.of("relu", "identity"),
            "squaredError",
            true,
            false,
            column(1, 2),
            row(3),
            0.1),
        new Sheet(
            List.of(constant(4, 3, 0.3), constant(2, 4, 0.3)),
            Arrays.asList(null, null),
            List.of("sigmoid", "sigmoid"),
            "squaredError",
            true,
            false,
            column(1, 2, 3),
            column(0, 1),
            0.5),
        new Sheet(
            List.of(constant(4, 3, 0.3), constant(3, 4, 0.3)),
            Arrays.asList(null, null),
            List.of("tanh", "softmax"),
            "crossEntropy",
            false,
            false,
            column(1, 2, 3),
            column(0, 1, 0),
            0.5),
        new Sheet(
            List.of(matrix("0.5 -1; 1.5 0.25"), matrix("1 0.5; -0.5 2")),
            List.of(column(0.1, -0.2), column(0.3, 0)),
            List.of("identity", "identity"),
            "squaredError",
            true,
            false,
            column(1, 2),
            column(1, 1),
            0.1),
        new Sheet(
            List.of(row(0.2, -0.1)),
            List.of(column(0.3)),
            List.of("sigmoid"),
            "logLoss",
            false,
            true,
            matrix("1 2 0 1 3 2 0 1; 0 1 1 2 1 0 2 2"),
            row(0, 1, 0, 1, 1, 0, 1, 0),
            1),
        new Sheet(
            List.of(matrix("0.5 -0.3; 0.2 0.8; -0.6 0.4; 0.7 0.1"), row(0.5, -0.2, 0.4, 0.3)),
            List.of(column(0.1, 0, -0.1, 0.2), column(0)),
            List.of("sigmoid", "identity"),
            "squaredError",
            true,
            true,
            xor,
            row(0, 1, 1, 0),
            0.5));
  }

  private static SimpleMatrix constant(int rows, int columns, double value) {
    return SimpleMatrix.ones(rows, columns).scale(value);
  }

  /** A net of one to three layers with data in one or two decimals. */
  static Sheet random(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    int depth = 1 + random.nextInt(8) / 3;
    int examples = 1 + random.nextInt(5);
    int kind = random.nextInt(8);
    boolean biased = random.nextInt(3) > 0;
    int decimals = 1 + random.nextInt(2);
    int[] units = new int[depth + 1];
    for (int l = 0; l <= depth; l++) {
      units[l] = l == depth && kind == 6 ? 1 : (l < depth ? 2 : 1) + random.nextInt(3);
    }
    if (kind == 5 || kind == 7) {
      units[depth] = 3;
    }
    List<SimpleMatrix> W = new ArrayList<>();
    List<SimpleMatrix> b = new ArrayList<>();
    List<String> f = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      W.add(numbers(units[l], units[l - 1], decimals, random));
      b.add(biased ? numbers(units[l], 1, decimals, random) : null);
      f.add(List.of("relu", "relu", "sigmoid", "tanh", "identity").get(random.nextInt(5)));
    }
    String loss = kind == 5 ? "crossEntropy" : kind == 6 ? "logLoss" : "squaredError";
    String last =
        switch (kind) {
          case 5, 7 -> "softmax";
          case 6 -> "sigmoid";
          case 4 -> "tanh";
          case 3 -> "sigmoid";
          default -> "identity";
        };
    f.set(depth - 1, last);
    SimpleMatrix Y = numbers(units[depth], examples, 0, random);
    for (int n = 0; n < examples && kind >= 5; n++) {
      int label = random.nextInt(units[depth]);
      for (int i = 0; i < units[depth]; i++) {
        Y.set(i, n, kind == 6 ? random.nextInt(2) : i == label ? 1 : 0);
      }
    }
    return new Sheet(
        W,
        b,
        f,
        loss,
        loss.equals("squaredError") && random.nextBoolean(),
        random.nextBoolean(),
        numbers(units[0], examples, decimals, random),
        Y,
        List.of(0.1, 0.5, 0.2).get(random.nextInt(3)));
  }

  private static SimpleMatrix numbers(int rows, int columns, int decimals, Random random) {
    SimpleMatrix m = new SimpleMatrix(rows, columns);
    for (int i = 0; i < m.getNumElements(); i++) {
      int size = decimals == 2 ? 100 : 10;
      m.set(
          i,
          decimals == 0
              ? random.nextInt(5) - 2
              : (random.nextInt(2 * size) - size) / (double) size);
    }
    return m;
  }

  /** A net told in another way: intercepts, weights inputs x outputs, the hinge, no loss at all. */
  static Sheet varied(long seed) {
    int kind = (int) (seed % 8);
    Sheet sheet = random(seed);
    if (kind >= 6) {
      while (!sheet.f().get(sheet.depth() - 1).equals("softmax")) {
        sheet = random(seed += 1000);
      }
      sheet = sheet.with(sheet.W(), sheet.f(), "hinge");
    } else if (kind == 5) {
      while (sheet.W().get(sheet.depth() - 1).getNumRows() > 1 || sheet.X().getNumCols() > 1) {
        sheet = random(seed += 1000);
      }
      sheet = sheet.with(sheet.W(), sheet.f(), "none");
    }
    sheet = kind <= 2 || kind == 7 ? sheet.withIntercept() : sheet;
    return kind >= 2 && kind <= 4 ? sheet.withInputsByOutputs() : sheet;
  }

  /** The gradients of a sheet. */
  static Backward backward(Sheet sheet) {
    Network net = Nabla.net();
    net = sheet.intercept() ? net.intercept() : net;
    net = sheet.inputsByOutputs() ? net.inputsByOutputs() : net;
    for (int l = 0; l < sheet.depth(); l++) {
      Activation f = activation(sheet.f().get(l));
      SimpleMatrix W = sheet.W().get(l);
      SimpleMatrix b = sheet.b().get(l);
      W = sheet.inputsByOutputs() ? W.transpose() : W;
      net = b == null ? net.layer(W, f) : net.layer(W, b, f);
    }
    if (sheet.loss().equals("none")) {
      return net.forward(sheet.X()).backward();
    }
    Loss loss =
        switch (sheet.loss()) {
          case "hinge" -> Nabla.hinge(Sheet.MARGIN);
          case "logLoss" -> Nabla.logLoss;
          case "crossEntropy" -> Nabla.crossEntropy;
          default -> Nabla.squaredError;
        };
    loss = sheet.half() ? loss.half() : loss;
    loss = sheet.mean() ? loss.mean() : loss;
    return net.loss(loss).forward(sheet.X()).backward(sheet.Y());
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "relu" -> Nabla.relu;
      case "sigmoid" -> Nabla.sigmoid;
      case "tanh" -> Nabla.tanh;
      case "softmax" -> Nabla.softmax;
      default -> Nabla.identity;
    };
  }
}
