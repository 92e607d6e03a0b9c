package dev.nabla.display;

import org.ejml.simple.SimpleMatrix;

/** The line on which a field has one level, by marching squares between the centers of entries. */
final class Contour {
  private final SimpleMatrix values;
  private final double level;

  Contour(SimpleMatrix values, double level) {
    this.values = values;
    this.level = level;
  }

  /** The segments as an SVG path within a frame that shows all of the matrix. */
  String path(Frame frame) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i + 1 < values.getNumRows(); i++) {
      for (int j = 0; j + 1 < values.getNumCols(); j++) {
        square(frame, i, j, path);
      }
    }
    return path.toString();
  }

  /** Joins the crossings of the four sides in pairs, in the order of the sides. */
  private void square(Frame frame, int i, int j, StringBuilder path) {
    int[][] corners = {{i, j}, {i, j + 1}, {i + 1, j + 1}, {i + 1, j}};
    boolean pen = false;
    for (int k = 0; k < 4; k++) {
      int[] a = corners[k];
      int[] b = corners[(k + 1) % 4];
      double va = values.get(a[0], a[1]) - level;
      double vb = values.get(b[0], b[1]) - level;
      if ((va < 0) == (vb < 0) || Double.isNaN(va + vb)) {
        continue;
      }
      double part = va / (va - vb);
      double row = a[0] + part * (b[0] - a[0]) + 0.5;
      double column = a[1] + part * (b[1] - a[1]) + 0.5;
      double x = frame.left + column / values.getNumCols() * frame.width;
      double y = frame.top + row / values.getNumRows() * frame.height;
      path.append(pen ? 'L' : 'M').append(Svg.number(x)).append(' ').append(Svg.number(y));
      pen = !pen;
    }
  }
}
