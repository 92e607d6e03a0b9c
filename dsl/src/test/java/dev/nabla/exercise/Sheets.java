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
  static Student.Sheet worksheet4() {
    return new Student.Sheet(
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

  /** The nets with data of all sheets, biases written apart. */
  static List<Student.Sheet> ofWorksheets() {
    SimpleMatrix xor = matrix("0 0 1 1; 0 1 0 1");
    return List.of(
        worksheet4(),
        new Student.Sheet(
            List.of(matrix("1 0; 2 0"), row(1, 2)),
            List.of(column(2, 0), column(0)),
            List.of("relu", "identity"),
            "squaredError",
            true,
            false,
            column(1, 2),
            row(3),
            0.1),
        new Student.Sheet(
            List.of(constant(4, 3, 0.3), constant(2, 4, 0.3)),
            Arrays.asList(null, null),
            List.of("sigmoid", "sigmoid"),
            "squaredError",
            true,
            false,
            column(1, 2, 3),
            column(0, 1),
            0.5),
        new Student.Sheet(
            List.of(constant(4, 3, 0.3), constant(3, 4, 0.3)),
            Arrays.asList(null, null),
            List.of("tanh", "softmax"),
            "crossEntropy",
            false,
            false,
            column(1, 2, 3),
            column(0, 1, 0),
            0.5),
        new Student.Sheet(
            List.of(matrix("0.5 -1; 1.5 0.25"), matrix("1 0.5; -0.5 2")),
            List.of(column(0.1, -0.2), column(0.3, 0)),
            List.of("identity", "identity"),
            "squaredError",
            true,
            false,
            column(1, 2),
            column(1, 1),
            0.1),
        new Student.Sheet(
            List.of(row(0.2, -0.1)),
            List.of(column(0.3)),
            List.of("sigmoid"),
            "logLoss",
            false,
            true,
            matrix("1 2 0 1 3 2 0 1; 0 1 1 2 1 0 2 2"),
            row(0, 1, 0, 1, 1, 0, 1, 0),
            1),
        new Student.Sheet(
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
  static Student.Sheet random(long seed) {
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
    return new Student.Sheet(
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

  /** The gradients of a sheet. */
  static Backward backward(Student.Sheet sheet) {
    Network net = Nabla.net();
    for (int l = 0; l < sheet.depth(); l++) {
      Activation f = activation(sheet.f().get(l));
      SimpleMatrix b = sheet.b().get(l);
      net = b == null ? net.layer(sheet.W().get(l), f) : net.layer(sheet.W().get(l), b, f);
    }
    Loss loss =
        switch (sheet.loss()) {
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
