package dev.nabla.net;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.net.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static void assertMessage(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake).isInstanceOf(NablaException.class).hasMessage(message);
  }

  @Test
  void should_wait_for_its_first_data() {
    Network net = net().layer(3, relu).layer(1);
    assertThat(net)
        .asString()
        .startsWith("net: ? inputs -> 3 relu -> 1, waits for its first data; weights random(1)");
    Forward pass = net.forward(matrix("0.75 0.2; 0.8 0.05"));
    assertThat(pass).asString().startsWith("forward: S1 3 x 2, Z1 3 x 2, S2 1 x 2, Z2 1 x 2");
    assertThat(pass.net()).asString().startsWith("net: 2 inputs -> 3 relu -> 1; weights random(1)");
    assertClose(pass.net().W(1), net(2).layer(3, relu).layer(1).W(1), 0);
    assertClose(pass.net().b(1), column(0, 0, 0), 0);
  }

  @Test
  void should_describe_itself_in_one_line() {
    assertThat(
            net()
                .layer(matrix("1 2; 3 4; 5 6"), relu)
                .layer(row(1, 2, 3))
                .loss(squaredError.half().mean()))
        .asString()
        .startsWith("net: 2 inputs -> 3 relu -> 1, no bias, loss 1/(2N) ||Z2 - Y||^2");
    assertThat(net()).asString().startsWith("net: ? inputs, no layers yet: say .layer(3, relu)");
    assertThat(net().layer(ones(2, 2), column(0, -1), relu).layer(row(1, -2)))
        .asString()
        .startsWith("net: 2 inputs -> 2 relu -> 1, no bias in layer 2");
  }

  @Test
  void should_compute_xor_with_given_weights_and_biases() {
    assertClose(
        net()
            .layer(ones(2, 2), column(0, -1), relu)
            .layer(row(1, -2))
            .forward(matrix("0 0 1 1; 0 1 0 1"))
            .output(),
        "0 1 1 0",
        0);
  }

  @Test
  void should_copy_matrices_in_and_out() {
    var W = row(1, 2);
    Network net = net().layer(W);
    W.set(0, 0, 9);
    net.W(1).set(0, 1, 9);
    assertClose(net.W(1), "1 2", 0);
    var X = column(1, 1);
    Forward pass = net.forward(X);
    X.set(0, 0, 5);
    assertClose(pass.Z(0), "1; 1", 0);
    assertClose(pass.backward().dW(1), "1 1", 0);
  }

  @Test
  void should_name_matrix_and_shape_when_a_layer_does_not_fit() {
    assertMessage(
        () -> net().layer(ones(3, 2), relu).layer(ones(1, 4)),
        "layer 2: W2 is 1 x 4, so it takes 4 inputs, but layer 1 has 3 units. Give W2 3 columns.");
    assertMessage(
        () -> net(2).layer(ones(3, 1)),
        "layer 1: W1 is 3 x 1, so it takes 1 input, but this net has 2 inputs. Give W1 2 columns.");
    assertMessage(
        () -> net().layer(ones(3, 2), row(1, 2, 3), relu),
        "layer 1: b1 is 1 x 3, but a bias is a column with one entry per unit: 3 x 1. Did you mean"
            + " column(...)?");
    assertMessage(
        () -> net().layer(ones(3, 2), column(1, 2), relu),
        "layer 1: b1 is 2 x 1, but a bias is a column with one entry per unit: 3 x 1.");
    assertMessage(
        () -> net().layer(row(1, Double.NaN)),
        "layer 1: W1 has NaN in row 1, column 2. Every entry must be a finite number; look at where"
            + " W1 was computed.");
    assertMessage(
        () -> net().layer(new SimpleMatrix(0, 2)),
        "layer 1: W1 is 0 x 2, without entries. Give it a row for each unit and a column for each"
            + " input.");
    assertMessage(
        () -> net().layer(row(1, 2)).random(7),
        "random(7): every layer of this net was given its weights, so there are none to choose."
            + " Declare a layer by its size, such as layer(3, relu).");
    assertMessage(
        () -> net(2).layer(1).constant(Double.NaN),
        "constant(NaN): every weight must be a finite number, such as constant(0.5).");
    assertMessage(
        () -> net().layer(0), "layer(0): a layer has at least 1 unit. Write layer(3, relu).");
    assertMessage(
        () -> net(0),
        "net(0): a net has at least 1 input. Write net() to take the number from the data.");
  }

  @Test
  void should_name_matrix_and_shape_when_data_does_not_fit() {
    Network net = net(2).layer(3, relu).layer(1).loss(squaredError);
    assertMessage(
        () -> net.forward(ones(4, 2)),
        "forward: X is 4 x 2, but this net has 2 inputs, so X needs 2 rows, one column per example."
            + " Did you mean X.transpose()?");
    assertMessage(
        () -> net.forward(1, 2, 3),
        "forward: X is 3 x 1, but this net has 2 inputs, so X needs 2 rows, one column per"
            + " example.");
    assertMessage(
        () -> net.forward(ones(2, 4)).backward(ones(4, 1)),
        "backward: Y is 4 x 1, but the output is 1 x 4 (outputs x examples). Did you mean row(...)"
            + " instead of column(...)?");
    assertMessage(
        () -> net.forward(ones(2, 4)).backward(1, 1, -1, -1),
        "backward(1, 1, -1, -1): numbers stand for the targets of one example, but X has 4. Did you"
            + " mean backward(row(1, 1, -1, -1))?");
    assertMessage(
        () -> net.forward(1, Double.POSITIVE_INFINITY),
        "forward: X has Infinity in row 2, column 1. Every entry must be a finite number; look at"
            + " where X was computed.");
    assertMessage(
        () -> net().forward(1, 2),
        "forward: this net has no layers yet. Write net().layer(3, relu).layer(1).");
  }

  @Test
  void should_explain_what_is_missing() {
    Network net = net().layer(3, relu).layer(1);
    assertMessage(
        () -> net.forward(1, 2).backward(1),
        "backward(Y): this net has no loss, so there is nothing to compare Y with. Say"
            + " .loss(squaredError.half()), or backward() for the derivative of the output itself.");
    assertMessage(
        () -> net(2).layer(3).forward(1, 2).backward(),
        "backward(): the output is 3 x 1, and only a single number has a gradient. Give the net a"
            + " loss, or start from a given dL/dZ with backwardFrom(dZ).");
    assertMessage(
        () -> net.W(1),
        "W(1): this net has not met its inputs yet, so W1 has no shape. Write net(2).layer(3,"
            + " relu), or look after a pass: net.forward(X).net().W(1).");
    assertMessage(
        () -> net.forward(1, 2).backward().dW(0),
        "dW(0): layers count from 1. This net has 2 layers: dW(1) and dW(2).");
    assertMessage(
        () -> net().layer(ones(1, 2)).b(1),
        "b(1): layer 1 has no bias. A layer given as layer(W, b, f) has one.");
    assertMessage(
        () -> squaredError.half().half(), "squaredError.half(): the factor 1/2 is already there.");
    assertMessage(
        () -> squaredError.mean().mean(), "squaredError.mean(): the factor 1/N is already there.");
  }

  @Test
  void should_refuse_rates_that_are_none() {
    Backward back = net().layer(row(1, 2)).forward(1, 2).backward();
    assertMessage(
        () -> back.step(0),
        "step(0): a learning rate of 0 leaves every weight as it is. Give a positive number, such as"
            + " step(0.5); in Java 1/2 is 0.");
    assertMessage(
        () -> back.step(-1),
        "step(-1): with a negative learning rate the loss climbs. Give a positive number, such as"
            + " step(0.5).");
    assertMessage(
        () -> back.step(Double.NaN),
        "step(NaN): this is not a learning rate. Give a positive number, such as step(0.5).");
  }

  @Test
  void should_refuse_what_does_not_fit_into_memory() {
    assertThatThrownBy(() -> net(2_000_000).layer(2_000_000).W(1))
        .isInstanceOf(NablaException.class)
        .hasMessageMatching(
            "layer 1: W1: a matrix of 2000000 x 2000000 takes 29802\\.3 GB, and this kernel has"
                + " [0-9.]+ GB\\. Choose a smaller one\\.");
    assertThatThrownBy(() -> net(1).layer(1_000_000).forward(ones(1, 1_000_000)))
        .isInstanceOf(NablaException.class)
        .hasMessageStartingWith("layer 1: S1: a matrix of 1000000 x 1000000 takes 7450.6 GB");
  }

  @Test
  void should_mark_units_through_which_no_gradient_passes() {
    assertThat(net().layer(column(1, -1), relu).forward(2).slope(1))
        .hasToString(
            """
            f'(S1) - 2 x 1 - outputs x examples
                 1
            y1   1
            y2  ·0""");
  }
}
