package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;

/** A diagram as geometry, ready to be drawn, and to be measured by tests. */
final class Scene {

  /** A node: a box around a center. */
  record Box(double x, double y, double width, double height, View.Shape shape) {}

  /** Words around a center. */
  record Words(
      double x, double y, double width, double height, double size, String color, Notation words) {}

  /**
   * An edge through points: straight where two of them have one height, else a curve that leaves
   * and arrives horizontally.
   */
  record Path(List<double[]> points) {}

  final List<Box> boxes = new ArrayList<>();
  final List<Words> words = new ArrayList<>();
  final List<Path> paths = new ArrayList<>();
  double width;
  double height;

  /** The picture of this scene. */
  Svg svg(String description) {
    Svg svg = new Svg(width, height, description);
    for (Path path : paths) {
      draw(svg, path);
    }
    for (Box box : boxes) {
      draw(svg, box);
    }
    for (Words word : words) {
      svg.text(word.x, word.y, word.size, "middle", word.color, word.words);
    }
    return svg;
  }

  private static void draw(Svg svg, Path path) {
    StringBuilder line = new StringBuilder();
    double[] last = null;
    for (double[] point : path.points) {
      String target = Svg.number(point[0]) + " " + Svg.number(point[1]);
      if (last == null) {
        line.append('M').append(target);
      } else if (last[1] == point[1]) {
        line.append('L').append(target);
      } else {
        String middle = Svg.number((last[0] + point[0]) / 2);
        line.append('C').append(middle).append(' ').append(Svg.number(last[1])).append(' ');
        line.append(middle).append(' ').append(Svg.number(point[1])).append(' ').append(target);
      }
      last = point;
    }
    svg.element("path").with("d", line.toString()).with("fill", "none").with("stroke", "#8a8a8a");
    svg.end();
    double x = last[0];
    double y = last[1];
    String tip = "M" + Svg.number(x) + " " + Svg.number(y) + "l-7 -3v6z";
    svg.element("path").with("d", tip).with("fill", "#8a8a8a").end();
  }

  private static void draw(Svg svg, Box box) {
    double radius =
        box.shape == View.Shape.UNIT || box.shape == View.Shape.CONSTANT
            ? box.height / 2
            : box.shape == View.Shape.OPERATION ? 5 : 0;
    svg.element(
        "rect",
        "x",
        box.x - box.width / 2,
        "y",
        box.y - box.height / 2,
        "width",
        box.width,
        "height",
        box.height,
        "rx",
        radius);
    svg.with("fill", box.shape == View.Shape.OPERATION ? "#eef3f9" : "#ffffff");
    svg.with("stroke", "#444444");
    if (box.shape == View.Shape.CONSTANT) {
      svg.with("stroke-dasharray", "3 3");
    }
    svg.end();
  }
}
