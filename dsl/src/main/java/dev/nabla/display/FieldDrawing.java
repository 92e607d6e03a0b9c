package dev.nabla.display;

import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/** A matrix as colors over a plane: blue above the boundary, red below, a line between them. */
final class FieldDrawing {
  private static final int[] POSITIVE = {33, 102, 172};
  private static final int[] NEGATIVE = {178, 24, 43};
  private static final int NO_NUMBER = 0xBBBBBB;
  private static final double STRONGEST = 0.85;
  private static final double WIDTH = 260;

  /** Larger matrices are drawn by samples. */
  private static final int LARGEST = 256;

  private final View.Field field;
  private final SimpleMatrix values;
  private final double middle;
  private final double reach;

  private FieldDrawing(View.Field field) {
    this.field = field;
    this.values = sampled(field.values());
    this.middle = Double.isNaN(field.boundary()) ? 0 : field.boundary();
    this.reach =
        IntStream.range(0, values.getNumElements())
            .mapToDouble(k -> Math.abs(values.get(k) - middle))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
  }

  static Svg draw(View.Field field) {
    return new FieldDrawing(field).draw();
  }

  private static SimpleMatrix sampled(SimpleMatrix values) {
    int rows = Math.min(values.getNumRows(), LARGEST);
    int columns = Math.min(values.getNumCols(), LARGEST);
    SimpleMatrix sampled = new SimpleMatrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      int row = (int) ((long) i * values.getNumRows() / rows);
      for (int j = 0; j < columns; j++) {
        sampled.set(i, j, values.get(row, (int) ((long) j * values.getNumCols() / columns)));
      }
    }
    return sampled;
  }

  private Svg draw() {
    Frame frame =
        new Frame(
            field.title(),
            Descriptions.of(field),
            ChartAxis.between(field.left(), field.right()),
            ChartAxis.between(field.bottom(), field.top()),
            field.xTitle(),
            field.yTitle(),
            WIDTH,
            field.points());
    image(frame);
    if (!Double.isNaN(field.boundary())) {
      String line = new Contour(values, field.boundary()).path(frame);
      frame.svg.element("path").with("d", line).with("fill", "none").with("stroke", Svg.INK);
      frame.svg.with("stroke-width", "1.5").end();
    }
    for (int i = 0; i < field.points().size(); i++) {
      ChartDrawing.series(frame, field.points().get(i), i);
    }
    return frame.svg;
  }

  private void image(Frame frame) {
    int[] rgb =
        IntStream.range(0, values.getNumElements()).map(k -> color(values.get(k))).toArray();
    byte[] png = Png.of(rgb, values.getNumCols(), values.getNumRows());
    frame.svg.element(
        "image", "x", frame.left, "y", frame.top, "width", frame.width, "height", frame.height);
    frame.svg.with("preserveAspectRatio", "none").with("style", "image-rendering:pixelated");
    frame.svg.with("href", Svg.dataUri("image/png", png)).end();
  }

  /** White at the middle; gray where there is no number. */
  private int color(double value) {
    if (Double.isNaN(value)) {
      return NO_NUMBER;
    }
    double strength = reach == 0 ? 0 : Math.min(1, Math.abs(value - middle) / reach) * STRONGEST;
    int color = 0;
    for (int channel : value > middle ? POSITIVE : NEGATIVE) {
      color = color << 8 | (int) Math.round(255 + (channel - 255) * strength);
    }
    return color;
  }
}
