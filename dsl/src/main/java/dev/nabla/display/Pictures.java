package dev.nabla.display;

/** The views that are drawn, each as one SVG picture. */
final class Pictures {
  /** Diagrams of more nodes show as text. */
  private static final int LARGEST_DIAGRAM = 150;

  private Pictures() {}

  static boolean isDrawn(View view) {
    return view instanceof View.Diagram diagram
        ? diagram.nodes().size() <= LARGEST_DIAGRAM
        : view instanceof View.Chart || view instanceof View.Field;
  }

  /** The picture of a view; null for views that are not drawn. */
  static Svg of(View view) {
    if (!isDrawn(view)) {
      return null;
    } else if (view instanceof View.Diagram diagram) {
      return DiagramDrawing.scene(diagram).svg(diagram.description());
    } else if (view instanceof View.Chart chart) {
      return ChartDrawing.draw(chart);
    }
    return FieldDrawing.draw((View.Field) view);
  }
}
