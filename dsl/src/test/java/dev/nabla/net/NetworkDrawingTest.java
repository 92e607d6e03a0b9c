package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.display.Display;
import dev.nabla.display.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkDrawingTest {
  private final Network sheet5 =
      net()
          .intercept()
          .layer(matrix("2 1 0; 0 2 0"), relu)
          .layer(row(0, 1, 2))
          .loss(squaredError.half())
          .names("W", "alpha beta");

  @Test
  void should_draw_constant_units_and_weights() {
    View.Diagram drawn = sheet5.draw().view();

    assertThat(drawn.nodes().stream().map(each -> each.name().text() + " " + each.shape()))
        .containsExactly(
            "1 CONSTANT", "x1 INPUT", "x2 INPUT", "1 CONSTANT", "h1 UNIT", "h2 UNIT", "y UNIT");
    // From the constant, x1 and x2 to h1 and h2, row by row of alpha transposed; then beta.
    assertThat(drawn.edges().stream().map(each -> each.label().text()))
        .containsExactly("2", "0", "1", "2", "0", "0", "0", "1", "2");
    assertThat(drawn.columns().get(1).parameters().text()).isEqualTo("alpha 2 x 3");
    assertThat(drawn.description())
        .isEqualTo("A network from left to right: 2 inputs, 2 hidden, 1 output.");
  }

  @Test
  void should_put_activations_above_and_deltas_below() {
    View.Diagram drawn = sheet5.forward(1, 2).backward(3).draw().view();

    // Worksheet 5: z = (3, 2), yhat = 7, dl/dyhat = 4, dl/da = (4, 8).
    assertThat(drawn.nodes().stream().map(View.Node::value))
        .containsExactly(null, "1", "2", null, "3", "2", "7");
    assertThat(drawn.nodes().stream().map(View.Node::gradient).skip(4))
        .containsExactly("4", "8", "4");
    assertThat(Display.bundle(sheet5.forward(1, 2).draw(), null))
        .containsKeys(Display.TEXT, Display.HTML, Display.PDF);
  }

  @Test
  void should_say_which_example_of_a_batch_is_drawn() {
    View.Diagram drawn = sheet5.forward(matrix("1 0 2; 2 0 1")).draw().view();

    assertThat(drawn.columns().get(0).parameters().text()).isEqualTo("example 1 of 3");
    assertThat(drawn.description()).endsWith("above each unit its activation, of example 1 of 3.");
    assertThat(drawn.nodes().stream().map(View.Node::value))
        .containsExactly(null, "1", "2", null, "3", "2", "7");
  }

  @Test
  void should_leave_out_units_where_there_are_many() {
    View.Diagram drawn = net(100).layer(50, relu).layer(1).draw().view();

    List<String> inputs =
        drawn.nodes().stream()
            .filter(each -> each.column() == 0)
            .map(each -> each.name().text())
            .toList();
    assertThat(inputs).containsExactly("x1", "x2", "x3", "x4", "...", "x100");
    assertThat(drawn.edges()).allSatisfy(each -> assertThat(each.to()).isPositive());
  }

  @Test
  void should_show_no_weights_of_a_net_of_symbols() {
    View.Diagram drawn = net(2).layer(2, activation("g")).draw().view();

    assertThat(drawn.edges()).hasSize(4).allSatisfy(each -> assertThat(each.label()).isNull());
    assertThat(drawn.columns().get(1).title().text()).isEqualTo("outputs, g");
  }

  @Test
  void should_ask_for_the_inputs_first() {
    assertThatThrownBy(() -> net().layer(3, relu).draw())
        .hasMessage(
            "draw: this net has not met its inputs yet. Write net(2).layer(...), or draw the pass:"
                + " net.forward(X).draw().");
  }
}
