package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures drawings of diagrams: nothing lies on a label. */
class DiagramDrawingTest {
  private static final int SAMPLES = 40;

  static Stream<View.Diagram> diagrams() {
    List<View.Diagram> diagrams = new ArrayList<>();
    Gallery.views().values().stream()
        .filter(View.Diagram.class::isInstance)
        .map(View.Diagram.class::cast)
        .forEach(diagrams::add);
    for (int count = 1; count <= 40; count++) {
      for (int seed = 0; seed < 5; seed++) {
        diagrams.add(Gallery.randomDiagram(count, seed));
      }
    }
    for (int width = 1; width <= 6; width++) {
      diagrams.add(Gallery.network(true, width, 7 - width, 3));
    }
    return diagrams.stream();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void should_draw_no_label_on_another_and_no_edge_through_a_label_or_box(View.Diagram diagram) {
    Scene scene = DiagramDrawing.scene(diagram);

    List<String> faults = new ArrayList<>();
    for (int i = 0; i < scene.words.size(); i++) {
      Scene.Words a = scene.words.get(i);
      for (int j = i + 1; j < scene.words.size(); j++) {
        if (overlap(box(a), box(scene.words.get(j)))) {
          faults.add(a.words().text() + " on " + scene.words.get(j).words().text());
        }
      }
      for (Scene.Path path : scene.paths) {
        if (crosses(path, box(a))) {
          faults.add("an edge through " + a.words().text());
        }
      }
      if (a.x() - a.width() / 2 < 0
          || a.x() + a.width() / 2 > scene.width
          || a.y() - a.height() / 2 < 0
          || a.y() + a.height() / 2 > scene.height) {
        faults.add(a.words().text() + " leaves the picture");
      }
    }
    for (int i = 0; i < scene.boxes.size(); i++) {
      for (int j = i + 1; j < scene.boxes.size(); j++) {
        if (overlap(box(scene.boxes.get(i)), box(scene.boxes.get(j)))) {
          faults.add("two nodes");
        }
      }
      for (Scene.Path path : scene.paths) {
        if (crosses(path, box(scene.boxes.get(i)))) {
          faults.add("an edge through a node");
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static double[] box(Scene.Words w) {
    return new double[] {
      w.x() - w.width() / 2, w.y() - w.height() / 2, w.x() + w.width() / 2, w.y() + w.height() / 2
    };
  }

  private static double[] box(Scene.Box b) {
    return new double[] {
      b.x() - b.width() / 2, b.y() - b.height() / 2, b.x() + b.width() / 2, b.y() + b.height() / 2
    };
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }

  /** Samples the path as it is drawn: lines, and cubic curves with horizontal ends. */
  private static boolean crosses(Scene.Path path, double[] box) {
    for (int k = 1; k < path.points().size(); k++) {
      double[] p = path.points().get(k - 1);
      double[] q = path.points().get(k);
      for (int s = 0; s <= SAMPLES; s++) {
        double t = (double) s / SAMPLES;
        double middle = (p[0] + q[0]) / 2;
        double straightX = p[0] + t * (q[0] - p[0]);
        double curvedX = bezier(p[0], middle, middle, q[0], t);
        double x = p[1] == q[1] ? straightX : curvedX;
        double y = bezier(p[1], p[1], q[1], q[1], t);
        if (x > box[0] + 0.01 && x < box[2] - 0.01 && y > box[1] && y < box[3]) {
          return true;
        }
      }
    }
    return false;
  }

  private static double bezier(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }

  @Test
  void should_find_an_overlap_when_there_is_one() {
    assertThat(overlap(new double[] {0, 0, 2, 2}, new double[] {1, 1, 3, 3})).isTrue();
    Scene.Path path = new Scene.Path(List.of(new double[] {0, 0}, new double[] {10, 10}));
    assertThat(crosses(path, new double[] {4, 4, 6, 6})).isTrue();
    assertThat(crosses(path, new double[] {0.1, 8, 2, 9})).isFalse();
  }

  @Test
  void should_draw_inputs_left_and_results_right_and_shared_nodes_once() {
    View.Diagram circuit = Gallery.circuit();
    Scene scene = DiagramDrawing.scene(circuit);

    assertThat(scene.boxes).hasSize(circuit.nodes().size());
    for (View.Edge edge : circuit.edges()) {
      assertThat(scene.boxes.get(edge.from()).x()).isLessThan(scene.boxes.get(edge.to()).x());
    }
    assertThat(DiagramDrawing.ranks(circuit)).containsExactly(0, 0, 0, 0, 0, 1, 1, 2);
  }

  @Test
  void should_draw_the_same_picture_each_time() {
    assertThat(DiagramDrawing.scene(Gallery.circuit()).svg("d").finish())
        .isEqualTo(DiagramDrawing.scene(Gallery.circuit()).svg("d").finish());
  }

  @Test
  void should_refuse_a_cycle() {
    View.Node node =
        new View.Node(Notation.of("a"), View.Shape.UNIT, View.Node.BY_EDGES, null, null);
    View.Diagram cycle =
        new View.Diagram(
            "",
            List.of(),
            List.of(node, node),
            List.of(new View.Edge(0, 1, null), new View.Edge(1, 0, null)));

    assertThatThrownBy(() -> DiagramDrawing.scene(cycle)).hasMessageContaining("cycle");
  }
}
