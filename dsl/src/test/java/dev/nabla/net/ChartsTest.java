package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.data;
import static dev.nabla.Nabla.heat;
import static dev.nabla.Nabla.label;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.plot;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.rowSpread;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Every chart that the language has a word for. */
class ChartsTest {
  private final SimpleMatrix X = data("xor").X();
  private final SimpleMatrix Y = data("xor").Y();
  private final Network xor = net(2).layer(3, tanh).layer(1, sigmoid).loss(logLoss.mean());

  private static View.Chart curves(Showable value) {
    return (View.Chart) ((View.Illustrated) value.view()).picture();
  }

  @Test
  void should_draw_an_activation_with_its_derivative() {
    for (Elementwise f :
        List.of(relu, sigmoid, tanh, activation("cube", s -> s * s * s, s -> 3 * s * s))) {
      View.Series curve = curves(f).series().get(0);
      View.Series derivative = curves(f).series().get(1);

      assertThat(curve.name()).isEqualTo(f.name());
      assertThat(derivative.name()).isEqualTo("derivative");
      for (int i = 2; i < curve.x().length - 2; i++) {
        double run = curve.x()[i + 1] - curve.x()[i - 1];
        double rise = curve.y()[i + 1] - curve.y()[i - 1];
        assertThat(derivative.y()[i]).as(f.name()).isCloseTo(rise / run, within(0.51));
      }
    }
    assertThat(Display.bundle(sigmoid, null).get("text/html"))
        .contains("<img alt=\"Chart, sigmoid");
    assertThat(softmax.view()).isInstanceOf(View.Line.class);
  }

  @Test
  void should_draw_the_loss_and_what_was_watched() {
    Trained run = xor.train(X, Y).rate(1).watch("spread", n -> rowSpread(n.W(1))).epochs(20);

    View.Stack charts = (View.Stack) ((View.Illustrated) run.view()).picture();
    View.Chart loss = (View.Chart) charts.views().get(0);
    View.Chart watched = (View.Chart) charts.views().get(1);

    assertThat(loss.series().get(0).y()).isEqualTo(run.losses());
    assertThat(watched.series().get(0).y()).isEqualTo(run.watched("spread"));
    assertThat(watched.series().get(0).name()).isEqualTo("spread");
    assertThat(Display.bundle(run, null).get("text/html"))
        .contains("alt=\"Chart, loss: 0.")
        .contains("alt=\"Chart, watched: spread ");
    assertThat(Display.bundle(run, null).get("text/plain")).doesNotContain("Chart");
  }

  @Test
  void should_name_the_losses_of_several_trainings_by_their_settings() {
    Network line = net(1).noBias().layer(1).constant(1).loss(squaredError.half());
    Trained slow = line.train(row(1), row(0)).rate(0.1).epochs(3);
    Trained fast = line.train(row(1), row(0)).rate(0.9).momentum(0.5).epochs(30);

    View.Chart chart = plot(slow, fast).view();

    assertThat(chart.series()).extracting(View.Series::name).element(0).isEqualTo("rate 0.1");
    assertThat(chart.series())
        .extracting(View.Series::name)
        .element(1)
        .asString()
        .startsWith("rate 0.9, momentum");
    assertThat(chart.series().get(1).y()).isEqualTo(fast.losses());
    assertThat(chart.xTitle()).isEqualTo("epoch");
    assertThat(chart.logarithmic()).isTrue();
    assertThat(plot(slow).view().logarithmic()).isFalse();
  }

  @Test
  void should_draw_where_a_net_decides_and_the_examples() {
    Network half = net().layer(row(1, 0), sigmoid).loss(logLoss);

    Boundary boundary = plot(half, matrix("-2 2 0; 0 1 3"), row(0, 1, 1));

    View.Field field = boundary.view();
    assertThat(field.title().text()).isEqualTo("y over x1 and x2, the line is 0.5");
    assertThat(new double[] {field.left(), field.right()})
        .containsExactly(new double[] {-2.6, 2.6}, within(1e-12));
    assertThat(new double[] {field.bottom(), field.top()})
        .containsExactly(new double[] {-0.45, 3.45}, within(1e-12));
    assertThat(field.boundary()).isEqualTo(0.5);
    int columns = field.values().getNumCols();
    for (int j = 0; j < columns; j++) {
      double x = -2.6 + 5.2 * (j + 0.5) / columns;
      double expected = 1 / (1 + Math.exp(-x));
      assertThat(field.values().get(0, j)).isCloseTo(expected, within(1e-12));
      assertThat(field.values().get(columns - 1, j)).isCloseTo(expected, within(1e-12));
    }
    assertThat(field.points())
        .extracting(View.Series::name)
        .containsExactly("target 1", "target 0");
    assertThat(field.points().get(0).x()).containsExactly(2, 0);
    assertThat(field.points().get(0).y()).containsExactly(1, 3);
    assertThat(boundary.toString())
        .isEqualTo(
            """
            y over x1 and x2, the line is 0.5: x2 -0.45 to 3.45 over x1 -2.6 to 2.6, values 0.0720 to 0.9280
            target 1 2 points
            target 0 1 point""");
  }

  @Test
  void should_have_the_highest_second_input_on_top() {
    View.Field field = plot(net().layer(row(0, 1)), X, Y).view();

    assertThat(field.values().get(0, 0)).isGreaterThan(1);
    assertThat(field.values().get(field.values().getNumRows() - 1, 0)).isLessThan(0);
  }

  @Test
  void should_draw_no_line_for_targets_that_are_no_classes() {
    View.Field field =
        plot(net().layer(row(1, 1)), matrix("0 1 2 3 4; 0 0 0 0 0"), row(1, 2, 3, 4, 5)).view();

    assertThat(field.boundary()).isNaN();
    assertThat(field.points()).extracting(View.Series::name).containsExactly("examples");
    assertThat(field.title().text()).isEqualTo("y over x1 and x2");
  }

  @Test
  void should_say_what_it_takes_to_draw_a_net() {
    assertThatThrownBy(() -> plot(net().layer(ones(2, 3)), ones(3, 2), ones(2, 2)))
        .hasMessage(
            "plot: a plane has room for 2 inputs and colors for 1 output, but this net has 3 and 2."
                + " Look at its numbers: net.forward(X).output().");
    assertThatThrownBy(() -> plot(xor, X, Y.transpose()))
        .hasMessageStartingWith("plot: Y is 4 x 1, but the output is 1 x 4");
    assertThatThrownBy(() -> plot(xor, X.transpose(), Y))
        .hasMessageStartingWith("plot: X is 4 x 2");
  }

  @Test
  void should_show_the_colors_of_a_large_matrix_as_a_picture_too() {
    SimpleMatrix large = label(ones(28, 14), "W1", "hidden", "inputs");

    Map<String, String> bundle = Display.bundle(heat(large), null);

    assertThat(bundle.get("text/html")).contains("rgba(33,102,172", "<img alt=\"Colors of 28 x 14");
    assertThat(svg(bundle)).as("ticks on both axes").contains(">10</text>", ">20</text>");
    assertThat(bundle.get("text/plain")).startsWith("W1 - 28 x 14 - hidden x inputs\n");
    assertThat(Display.bundle(heat(ones(12, 12)), null).get("text/html")).doesNotContain("<img");
  }

  private static String svg(Map<String, String> bundle) {
    String start = "data:image/svg+xml;base64,";
    String html = bundle.get("text/html");
    int from = html.indexOf(start) + start.length();
    return new String(
        Base64.getDecoder().decode(html.substring(from, html.indexOf('"', from))),
        StandardCharsets.UTF_8);
  }
}
