package dev.nabla.display;

/** The views that are drawn, each as one SVG picture. */
final class Pictures {
  /** Diagrams of more nodes show as text. */
  private static final int LARGEST_DIAGRAM = 150;

  private Pictures() {}

  /** The picture of a view; null for views that are not drawn. */
  static Svg of(View view) {
    if (view instanceof View.Diagram diagram && diagram.nodes().size() <= LARGEST_DIAGRAM) {
      return DiagramDrawing.scene(diagram).svg(diagram.description());
    } else if (view instanceof View.Chart chart) {
      return ChartDrawing.draw(chart);
    } else if (view instanceof View.Field field) {
      return FieldDrawing.draw(field);
    }
    return null;
  }
}
