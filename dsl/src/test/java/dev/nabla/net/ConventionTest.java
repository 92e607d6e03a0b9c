package dev.nabla.net;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertClose;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Notation;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ConventionTest {

  /** Worksheet WS5, sections 2 to 4: the printed numbers. */
  @Test
  void should_fold_the_intercept_into_the_first_column() {
    Network net =
        net()
            .intercept()
            .layer(matrix("2 1 0; 0 2 0"), relu)
            .layer(row(0, 1, 2))
            .loss(squaredError.half())
            .names("W", "alpha beta")
            .names("S", "a")
            .names("Z", "z yhat");
    Forward pass = net.forward(1, 2);
    assertClose(pass.Z(0), "1; 1; 2", 0);
    assertClose(pass.S(1), "3; 2", 0);
    assertClose(pass.Z(1), "1; 3; 2", 0);
    assertClose(pass.output(), "7", 0);
    assertThat(pass.loss(3)).isEqualTo(8);
    assertThat(pass.S(1, 2)).isEqualTo(2);
    assertThat(pass.Z(1, 0)).isEqualTo(1);
    assertThat(pass.Z(1, 1)).isEqualTo(3);
    Backward back = pass.backward(3);
    assertClose(back.dW(1), "4 4 8; 8 8 16", 0);
    assertClose(back.dW(2), "4 12 8", 0);
    assertClose(back.delta(1), "4; 8", 0);
    assertClose(back.dZ(1), "4; 8", 0);
    assertThat(back.dW(2, 1, 1)).isEqualTo(12);
    assertThat(back.dW(2, 1, 0)).isEqualTo(4);
    assertThat(back.dZ(1, 1)).isEqualTo(4);
    assertThat(back.delta(1, 1)).isEqualTo(4);
    assertThat(back.dW(1, 1, 1)).isEqualTo(4);
    Network next = back.step(0.1);
    assertClose(next.W(1), "1.6 0.6 -0.8; -0.8 1.2 -1.6", 1e-15);
    assertClose(next.W(2), "-0.4 -0.2 1.2", 1e-15);
    assertThat(net.forward(0, 0).output().get(0)).isEqualTo(2);
    assertThat(Close.text(next))
        .contains(
            """
            old beta - 1 x 3 - outputs x hidden
                  z0  z1  z2
            yhat   0   1   2

            - 0.1

            dL/dbeta - 1 x 3 - outputs x hidden
                  z0  z1  z2
            yhat   4  12   8

            =

            new beta - 1 x 3 - outputs x hidden
            """
                .strip());
  }

  @Test
  void should_write_inputs_by_outputs_as_the_transpose() {
    SimpleMatrix W1 = matrix("1 -2; 0.5 3; 2 1");
    SimpleMatrix W2 = matrix("1 2 -1; 0 1 1");
    SimpleMatrix X = matrix("1 2; -1 0.5");
    SimpleMatrix Y = matrix("1 0; 0 1");
    Backward usual = net().layer(W1, tanh).layer(W2).loss(squaredError).forward(X).backward(Y);
    Backward turned =
        net()
            .inputsByOutputs()
            .layer(W1.transpose(), tanh)
            .layer(W2.transpose())
            .loss(squaredError)
            .forward(X)
            .backward(Y);
    assertClose(turned.dW(1), usual.dW(1).transpose(), 0);
    assertClose(turned.dW(2), usual.dW(2).transpose(), 0);
    assertClose(turned.dX(), usual.dX(), 0);
    assertThat(turned.dW(1, 2, 3)).isEqualTo(usual.dW(1, 3, 2));
    assertClose(turned.step(.1).W(1), usual.step(.1).W(1).transpose(), 0);
    assertThat(turned.dW(1).view().rows().meaning()).isEqualTo("inputs");
  }

  @Test
  void should_put_the_intercept_in_the_first_row_of_inputs_by_outputs() {
    Network net = net().inputsByOutputs().intercept().layer(matrix("10 20; 1 2; 3 4"));
    assertClose(net.forward(1, 1).output(), "14; 26", 0);
    assertThat(net.W(1, 0, 2)).isEqualTo(20);
    assertMessage(() -> net.W(1, 3, 1), "W(1, 3, 1): W1 is 3 x 2, so its rows are 0 to 2.");
  }

  @Test
  void should_leave_out_every_bias() {
    Network net = net(2).noBias().layer(3, relu).layer(1);
    assertThat(net)
        .asString()
        .startsWith("net: 2 inputs -> 3 relu -> 1, no bias; weights random(1)");
    assertMessage(
        () -> net.b(1), "b(1): layer 1 has no bias. A layer given as layer(W, b, f) has one.");
    assertThat(net.forward(0, 0).output().get(0)).isEqualTo(0);
  }

  @Test
  void should_be_said_before_the_first_layer_and_not_contradict() {
    assertMessage(
        () -> net().layer(3).intercept(),
        "intercept() changes the shape of every weight matrix. Say it before the first layer:"
            + " net().intercept().layer(...).");
    assertMessage(
        () -> net().layer(3).noBias(),
        "noBias() decides which layers have a b. Say it before the first layer:"
            + " net().noBias().layer(...).");
    assertMessage(
        () -> net().layer(3).inputsByOutputs(),
        "inputsByOutputs() turns every weight matrix around. Say it before the first layer:"
            + " net().inputsByOutputs().layer(...).");
    assertMessage(
        () -> net().noBias().intercept(),
        "intercept(): noBias() was said, and an intercept is a bias. Say one of the two.");
    assertMessage(
        () -> net().intercept().noBias(),
        "noBias(): intercept() was said, and an intercept is a bias. Say one of the two.");
    assertMessage(
        () -> net().noBias().layer(ones(3, 2), column(1, 1, 1)),
        "layer 1: b1 is given, but noBias() was said. Leave one of them out.");
    assertMessage(
        () -> net().intercept().layer(ones(3, 2), column(1, 1, 1)),
        "layer 1: b1 is given, but with intercept() the bias is the first column of W1. Leave b1"
            + " out.");
    assertMessage(
        () -> net().intercept().layer(ones(3, 3)).b(1),
        "b(1): with intercept() the bias is part of W1. Look at index 0 of W(1).");
    assertMessage(
        () -> net().intercept().layer(column(1, 2)),
        "layer 1: W1 is 2 x 1, but with an intercept its first column is the bias and at least one"
            + " more must follow.");
    assertMessage(
        () -> net(2).intercept().layer(ones(3, 2)),
        "layer 1: W1 is 3 x 2, so it takes 1 input and the intercept, but this net has 2 inputs."
            + " Give W1 3 columns.");
    assertMessage(
        () -> net(2).inputsByOutputs().layer(ones(3, 2)),
        "layer 1: W1 is 3 x 2 (inputs x outputs), so it takes 3 inputs, but this net has 2 inputs."
            + " Give W1 2 rows.");
  }

  @Test
  void should_transpose_every_gradient_in_numerator_layout() {
    Backward back =
        net()
            .layer(matrix("1 2; 3 4; 5 6"), column(1, 2, 3), tanh)
            .layer(row(1, -1, 2))
            .loss(squaredError.half())
            .forward(0.1, -0.2)
            .backward(1);
    Backward rows = back.numeratorLayout();
    assertClose(rows.dW(1), back.dW(1).transpose(), 0);
    assertClose(rows.db(1), back.db(1).transpose(), 0);
    assertClose(rows.delta(1), back.delta(1).transpose(), 0);
    assertClose(rows.dZ(1), back.dZ(1).transpose(), 0);
    assertClose(rows.dX(), back.dX().transpose(), 0);
    assertClose(rows.denominatorLayout().dW(1), back.dW(1), 0);
    assertThat(rows.dW(1, 2, 3)).isEqualTo(back.dW(1, 3, 2));
    assertThat(rows.db(1, 3)).isEqualTo(back.db(1, 3));
    assertThat(rows.delta(1, 3)).isEqualTo(back.delta(1, 3));
    assertThat(rows.dZ(1, 3, 1)).isEqualTo(back.dZ(1, 3, 1));
    assertThat(rows.dW(1).view().note()).isEqualTo("numerator layout");
    assertThat(back.dW(1).view().note()).isEmpty();
    assertClose(rows.step(.5).W(1), back.step(.5).W(1), 0);
  }

  @Test
  void should_use_given_names_in_captions() {
    Network net =
        net(2).layer(4, relu).layer(1).names("W", "W0 W1").names("b", "b0 b1").names("Z", "z");
    assertThat(net.W(2).name().html()).isEqualTo("W<sub>1</sub>");
    assertThat(net.b(1).name().text()).isEqualTo("b0");
    Backward back = net.forward(1, 2).backward();
    assertThat(back.dW(1).name().text()).isEqualTo("dZ2/dW0");
    assertThat(back.pass().Z(1).name().text()).isEqualTo("z");
    assertThat(back.pass().Z(1).view().rows().names().get(1).text()).isEqualTo("z2");
    assertMessage(
        () -> net.names("W", "a b c"),
        "names(\"W\", \"a b c\"): there are 3 names, but this net has 2 layers. Say names(...)"
            + " after the last layer.");
    assertMessage(
        () -> net.names("W", " "),
        "names(\"W\", \" \"): there are no names. Write one for each layer, such as \"alpha"
            + " beta\".");
    assertMessage(
        () -> net.names("Q", "a b"),
        "names(\"Q\", \"a b\"): the families are \"W\", \"b\", \"S\" and \"Z\".");
  }

  @Test
  void should_write_greek_and_indexed_names_in_every_script() {
    assertThat(Symbols.of("alpha")).isEqualTo(new Notation("alpha", "\u03b1", "\\alpha"));
    assertThat(Symbols.of("w12").latex()).isEqualTo("w_{12}");
    assertThat(Symbols.of("beta_1").html()).isEqualTo("\u03b2<sub>1</sub>");
    assertThat(Symbols.of("yhat").latex()).isEqualTo("\\hat{y}");
    assertThat(Symbols.of("score").html()).isEqualTo("score");
    assertThat(Symbols.of("<b>").html()).isEqualTo("&lt;b&gt;");
    assertThat(Words.plain("my_f -> 2").latex()).isEqualTo("\\text{my\\_f -> 2}");
    assertThat(Words.plain("50%").latex()).doesNotContain("50%");
  }
}
