package dev.nabla.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.ejml.simple.SimpleMatrix;

/** One example of every kind of output, for the tests that look at all of them. */
final class Gallery {
  private Gallery() {}

  static Map<String, View> views() {
    Map<String, View> views = new LinkedHashMap<>();
    View.Matrix w1 = matrix("W", 1, "hidden", "h", "inputs", "x", 0.6, 0.01, 0.7, 0.43, 0, 0.88);
    views.put("matrix", w1);
    views.put("long digits", random(4, 3, 1, "A"));
    views.put("large matrix", random(30, 40, 1, "M"));
    views.put("12 x 12", random(12, 12, 1, "M"));
    views.put("tiny entries", random(2, 3, 1e-6, "G"));
    views.put(
        "one number",
        new View.Matrix(
            Notation.of("loss"), row(0.49161194961875), View.Axis.UNNAMED, View.Axis.UNNAMED, ""));
    views.put(
        "words for numbers", named("odd", row(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1)));
    views.put("heat", random(5, 6, 1, "H").marked(Marks.HEAT));
    views.put(
        "fractions", named("F", row(1 / 3.0, -0.5, 2, 7 / 12.0, Math.PI)).marked(Marks.FRACTIONS));
    Marks verdict = Marks.at((i, j) -> i == j ? Marks.Mark.WRONG : Marks.Mark.RIGHT);
    views.put(
        "checked beside expected",
        new View.Beside(
            List.of(
                named("yours", grid(2, 1, 2, 3, 4)).marked(verdict),
                named("expected", grid(2, 5, 2, 3, 6)))));
    views.put(
        "masked",
        named("f'(S1)", grid(2, 0, 1, 1, 0))
            .marked(Marks.at((i, j) -> i == j ? Marks.Mark.MASKED : Marks.Mark.NONE)));
    views.put(
        "highlighted row",
        random(3, 3, 1, "R")
            .marked(Marks.at((i, j) -> i == 1 ? Marks.Mark.HIGHLIGHTED : Marks.Mark.NONE)));
    views.put(
        "equation",
        new View.Beside(
            List.of(random(3, 2, 1, "S1"), sign("="), w1, sign("·"), random(2, 2, 1, "X"))));
    views.put(
        "pass",
        new View.Stack(
            List.of(
                new View.Line(Notation.of("forward: S1 3 x 4, Z1 3 x 4")),
                random(3, 4, 1, "S1"),
                random(3, 4, 1, "Z1"))));
    views.put(
        "table",
        new View.Table(
            Notation.of("cost"),
            List.of("d", "loss evaluations", "ratio"),
            List.of(List.of("1", "9", "0.5"), List.of("32", "2049", "819.6"))));
    views.put(
        "words of users",
        new View.Table(
            Notation.of("<img onerror=x> $a$"),
            List.of("<b>", "$x$ & \\(y\\)"),
            List.of(List.of("<script>alert(1)</script>", "\"quoted\" 'single'"))));
    views.put("line", new View.Line(Notation.of("net: 2 inputs -> 3 relu -> 1")));
    views.put("solution", solution(3));
    views.put("long solution", solution(10));
    views.put("network", network(false, 2, 3, 1));
    views.put("network with gradients", network(true, 2, 3, 1));
    views.put("deeper network", network(true, 3, 4, 4, 2));
    views.put("wide network", network(false, 20, 64, 10));
    views.put("circuit", circuit());
    views.put("larger circuit", randomDiagram(40, 3));
    views.put("loss curve", losses(false, 1));
    views.put("loss curves, logarithmic", losses(true, 3));
    views.put(
        "training",
        new View.Illustrated(
            new View.Line(Notation.of("train: 100 epochs, rate 0.5, loss 1.18 -> 0.124")),
            losses(false, 1)));
    views.put("points", new View.Graded("1.5", new View.Line(Notation.of("right: dW1 (3 x 2)"))));
    views.put("function with derivative", sigmoid());
    views.put(
        "weights",
        new View.Field(
            Notation.of("W1"),
            "inputs",
            "hidden",
            SimpleMatrix.random_DDRM(16, 28, -1, 1, new Random(2)),
            Double.NaN,
            0.5,
            28.5,
            16.5,
            0.5,
            List.of()));
    views.put("decision boundary", boundary());
    views.put("progress", new View.Progress("train", "epochs", 1200, 3000, 0.23, "loss 0.0123"));
    views.put("finished", new View.Progress("train", "epochs", 3000, 3000, 75.4, "loss 2.4e-21"));
    views.put(
        "picture",
        new View.Picture(
            Png.of(new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF}, 2, 2),
            2,
            2,
            "Picture of 2 x 2 pixels."));
    return views;
  }

  private static View sign(String sign) {
    return new View.Line(Notation.of(sign));
  }

  static SimpleMatrix row(double... values) {
    return new SimpleMatrix(1, values.length, true, values);
  }

  static SimpleMatrix grid(int rows, double... values) {
    return new SimpleMatrix(rows, values.length / rows, true, values);
  }

  static View.Matrix named(String name, SimpleMatrix values) {
    return new View.Matrix(Notation.of(name), values, View.Axis.UNNAMED, View.Axis.UNNAMED, "");
  }

  private static View.Matrix random(int rows, int columns, double size, String name) {
    return named(name, SimpleMatrix.random_DDRM(rows, columns, -size, size, new Random(7)));
  }

  private static View.Matrix matrix(
      String letter,
      int index,
      String rows,
      String row,
      String columns,
      String column,
      double... values) {
    int height = values.length / 2;
    return new View.Matrix(
        Notation.indexed(letter, index),
        grid(height, values),
        new View.Axis(rows, names(row, height)),
        new View.Axis(columns, names(column, 2)),
        "");
  }

  private static List<Notation> names(String letter, int count) {
    List<Notation> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(Notation.indexed(letter, i));
    }
    return names;
  }

  static View.Solution solution(int steps) {
    List<View.Step> list = new ArrayList<>();
    for (int l = 1; l <= steps; l++) {
      Notation quantity = Notation.partial(Notation.of("L"), Notation.indexed("W", l));
      Notation formula =
          Notation.join(
              Notation.indexed("delta", l),
              new Notation(
                  "Z" + (l - 1) + "^T",
                  "Z<sub>" + (l - 1) + "</sub><sup>T</sup>",
                  "Z_{" + (l - 1) + "}^{T}"));
      Notation numbers =
          Notation.join(Notation.matrix(grid(2, 1, 2)), Notation.matrix(row(0.5, 1 / 3.0)));
      Notation result = Notation.matrix(grid(2, 0.5, 1 / 3.0, 1, 2 / 3.0));
      list.add(
          new View.Step(
              "gradient of layer " + l,
              quantity,
              formula,
              numbers,
              result,
              "The weights_of layer " + l + " meet their *inputs* & the $deltas$."));
    }
    return new View.Solution(Notation.of("Backward pass"), list);
  }

  /** A network with a constant-1 unit in each layer but the last. */
  static View.Diagram network(boolean values, int... sizes) {
    Random random = new Random(3);
    List<View.Node> nodes = new ArrayList<>();
    List<View.Edge> edges = new ArrayList<>();
    List<View.Column> columns = new ArrayList<>();
    List<Integer> before = List.of();
    for (int l = 0; l < sizes.length; l++) {
      List<Integer> layer = new ArrayList<>();
      for (int i = 1; i <= sizes[l]; i++) {
        int place = nodes.size();
        nodes.add(
            new View.Node(
                Notation.indexed(l == 0 ? "x" : "z", i),
                View.Shape.UNIT,
                l,
                values ? Display.number(random.nextGaussian()) : null,
                values ? Display.number(random.nextGaussian()) : null));
        layer.add(place);
        for (int from : before) {
          Notation label =
              values ? Notation.of(Display.number(random.nextInt(200) / 100.0 - 1)) : null;
          edges.add(new View.Edge(from, place, label));
        }
      }
      if (l < sizes.length - 1) {
        layer.add(nodes.size());
        nodes.add(new View.Node(Notation.of("1"), View.Shape.CONSTANT, l, null, null));
      }
      columns.add(
          new View.Column(
              Notation.of(l == 0 ? "inputs" : l == sizes.length - 1 ? "output" : "hidden, relu"),
              l == 0
                  ? Notation.of("")
                  : Notation.join(
                      Notation.indexed("W", l), Notation.of(sizes[l] + " × " + sizes[l - 1]))));
      before = layer;
    }
    return new View.Diagram("Network of " + sizes.length + " layers.", columns, nodes, edges);
  }

  /** v = c (a - b)^2 with a = (w + x + y)^2 and b = (x - y - z)^2. */
  static View.Diagram circuit() {
    String[] names = {
      "c", "w", "x", "y", "z", "a = (w + x + y)^2", "b = (x - y - z)^2", "v = c (a - b)^2"
    };
    String[] values = {"2", "1", "0", "1", "-1", "4", "0", "32"};
    String[] gradients = {"16", "64", "64", "64", "0", "16", "-16", "1"};
    List<View.Node> nodes = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      nodes.add(
          new View.Node(
              Notation.of(names[i]),
              i < 5 ? View.Shape.INPUT : View.Shape.OPERATION,
              View.Node.BY_EDGES,
              values[i],
              gradients[i]));
    }
    int[][] edges = {{1, 5}, {2, 5}, {3, 5}, {2, 6}, {3, 6}, {4, 6}, {0, 7}, {5, 7}, {6, 7}};
    List<View.Edge> list = new ArrayList<>();
    for (int[] edge : edges) {
      list.add(
          new View.Edge(
              edge[0],
              edge[1],
              new Notation(
                  "d",
                  "∂"
                      + names[edge[1]].charAt(0)
                      + "/∂"
                      + names[edge[0]].charAt(0)
                      + " = "
                      + (edge[0] + 2 * edge[1]),
                  "d")));
    }
    return new View.Diagram("Graph of v by w, x, y, z and c.", List.of(), nodes, list);
  }

  /** A graph of so many nodes, each but the first few with one to three inputs before it. */
  static View.Diagram randomDiagram(int count, int seed) {
    Random random = new Random(seed);
    List<View.Node> nodes = new ArrayList<>();
    List<View.Edge> edges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean input = i < Math.max(2, count / 5);
      nodes.add(
          new View.Node(
              Notation.indexed("v", i),
              input ? View.Shape.INPUT : View.Shape.OPERATION,
              View.Node.BY_EDGES,
              Display.number(random.nextGaussian()),
              Display.number(random.nextGaussian())));
      for (int k = 0; !input && k <= random.nextInt(2); k++) {
        Notation label =
            random.nextInt(4) == 0 ? null : Notation.of(Display.number(random.nextInt(40) / 8.0));
        edges.add(new View.Edge(Math.max(0, i - 1 - random.nextInt(12)), i, label));
      }
    }
    return new View.Diagram("Random graph of " + count + " nodes.", List.of(), nodes, edges);
  }

  static View.Chart losses(boolean logarithmic, int runs) {
    List<View.Series> series = new ArrayList<>();
    for (int r = 0; r < runs; r++) {
      double rate = 0.002 * (r + 1);
      series.add(
          curve(
              runs == 1 ? "" : "rate " + (r + 1) * 0.5,
              0,
              3000,
              3001,
              t -> 0.6 * Math.exp(-rate * t) * (1 + 0.1 * Math.sin(t / 40))));
    }
    return new View.Chart(Notation.of("Loss"), "epoch", "loss", logarithmic, series);
  }

  private static View.Chart sigmoid() {
    DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
    return new View.Chart(
        Notation.of("sigmoid"),
        "x",
        "",
        false,
        List.of(
            curve("sigmoid(x)", -6, 6, 121, sigmoid),
            curve(
                "slope",
                -6,
                6,
                121,
                x -> sigmoid.applyAsDouble(x) * (1 - sigmoid.applyAsDouble(x)))));
  }

  private static View.Series curve(
      String name, double from, double to, int count, DoubleUnaryOperator f) {
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = from + (to - from) * i / (count - 1);
      y[i] = f.applyAsDouble(x[i]);
    }
    return new View.Series(name, x, y, true);
  }

  private static View.Field boundary() {
    SimpleMatrix values = new SimpleMatrix(60, 60);
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        double x = -0.5 + (j + 0.5) / 30;
        double y = 1.5 - (i + 0.5) / 30;
        values.set(i, j, 1 / (1 + Math.exp(-12 * ((x - 0.5) * (0.5 - y) + 0.02))));
      }
    }
    View.Series zeros = new View.Series("class 0", new double[] {0, 1}, new double[] {0, 1}, false);
    View.Series ones = new View.Series("class 1", new double[] {0, 1}, new double[] {1, 0}, false);
    return new View.Field(
        Notation.of("Decision boundary"),
        "x1",
        "x2",
        values,
        0.5,
        -0.5,
        1.5,
        -0.5,
        1.5,
        List.of(zeros, ones));
  }
}
