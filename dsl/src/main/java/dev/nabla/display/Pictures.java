package dev.nabla.display;

import java.util.IdentityHashMap;
import java.util.Map;

/** The views that are drawn, each as one SVG picture, drawn once for all formats of a bundle. */
final class Pictures {
  /** Diagrams of more nodes show as text. */
  private static final int LARGEST_DIAGRAM = 150;

  private final Map<View, Svg> drawn = new IdentityHashMap<>();

  static boolean isDrawn(View view) {
    return view instanceof View.Diagram diagram
        ? diagram.nodes().size() <= LARGEST_DIAGRAM
        : view instanceof View.Chart || view instanceof View.Field;
  }

  /** The picture of a view; null for views that are not drawn. */
  Svg of(View view) {
    return isDrawn(view) ? drawn.computeIfAbsent(view, Pictures::draw) : null;
  }

  private static Svg draw(View view) {
    if (view instanceof View.Diagram diagram) {
      return DiagramDrawing.scene(diagram).svg(diagram.description());
    } else if (view instanceof View.Chart chart) {
      return ChartDrawing.draw(chart);
    }
    return FieldDrawing.draw((View.Field) view);
  }
}
