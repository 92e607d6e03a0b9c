package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  /** Each step as {@code quantity = formula}. */
  private static List<String> formulas(Explanation explanation) {
    return explanation.steps().stream()
        .map(step -> step.quantity().text() + " = " + step.formula().text())
        .toList();
  }

  /** Worksheet WS4, exercise 1. */
  @Test
  void should_derive_backpropagation_in_matrix_form() {
    Network net =
        net(2)
            .layer(3, activation("f1"))
            .layer(1, activation("f2"))
            .loss(squaredError.half().mean());
    assertThat(formulas(net.explain()))
        .containsExactly(
            "S1 = W1 X + b1",
            "Z1 = f1(S1)",
            "S2 = W2 Z1 + b2",
            "Z2 = f2(S2)",
            "L = 1/(2N) ||Z2 - Y||^2",
            "delta2 = (1/N (Z2 - Y)) o f2'(S2)",
            "dL/dW2 = delta2 Z1^T",
            "dL/db2 = delta2 1",
            "delta1 = (W2^T delta2) o f1'(S1)",
            "dL/dW1 = delta1 X^T",
            "dL/db1 = delta1 1");
  }

  @Test
  void should_put_parentheses_and_bars_as_high_as_the_matrices_between_them() {
    Network net =
        net().layer(matrix("1 2; 3 4"), relu).layer(matrix("1 1; 1 -1")).loss(squaredError);
    List<View.Step> steps =
        net.forward(matrix("1 2; 3 4")).backward(matrix("1 0; 0 1")).explain().steps();

    assertThat(steps)
        .extracting(step -> step.substitution() == null ? "" : step.substitution().latex())
        .anyMatch(latex -> latex.startsWith("\\mathrm{relu}\\left(\\left["))
        .anyMatch(latex -> latex.matches("\\\\left\\\\lVert .*\\\\right\\\\rVert\\^2"))
        .noneMatch(latex -> latex.replace("\\left(", "").contains("("));
    assertThat(steps)
        .extracting(step -> step.formula().latex())
        .contains("\\mathrm{relu}(S_{1})", "\\lVert Z_{2} - Y\\rVert^2");
  }

  /** Worksheet WS1, 3.1: the output itself is differentiated. */
  @Test
  void should_derive_the_output_itself() {
    Network net = net().layer(4, sigmoid).layer(1).names("W", "W0 W1").names("b", "b0 b1");
    assertThat(formulas(net.explain()))
        .containsExactly(
            "S1 = W0 X + b0",
            "Z1 = sigmoid(S1)",
            "S2 = W1 Z1 + b1",
            "Z2 = S2",
            "delta2 = 1",
            "dZ2/dW1 = delta2 Z1^T",
            "dZ2/db1 = delta2 1",
            "delta1 = (W1^T delta2) o sigmoid'(S1)",
            "dZ2/dW0 = delta1 X^T",
            "dZ2/db0 = delta1 1");
  }

  /** Worksheet WS2, problem 1: weights inputs x outputs, a symbolic g. */
  @Test
  void should_derive_in_the_convention_and_names_of_the_net() {
    Network net =
        net(3)
            .noBias()
            .inputsByOutputs()
            .layer(4, activation("g"))
            .layer(2, activation("g"))
            .names("Z", "x1 x2")
            .names("W", "w1 w2");
    assertThat(formulas(net.explain()))
        .containsExactly(
            "S1 = w1^T X",
            "x1 = g(S1)",
            "S2 = w2^T x1",
            "x2 = g(S2)",
            "delta2 = dL/dx2 o g'(S2)",
            "dL/dw2 = x1 delta2^T",
            "delta1 = (w2 delta2) o g'(S1)",
            "dL/dw1 = X delta1^T");
  }

  @Test
  void should_derive_fused_losses_and_softmax() {
    assertThat(formulas(net(2).layer(1, sigmoid).loss(logLoss.mean()).explain()))
        .containsExactly(
            "S1 = W1 X + b1",
            "Z1 = sigmoid(S1)",
            "L = 1/N sum(-Y log Z1 - (1 - Y) log(1 - Z1))",
            "delta1 = 1/N (Z1 - Y)",
            "dL/dW1 = delta1 X^T",
            "dL/db1 = delta1 1");
    assertThat(formulas(net(2).noBias().layer(3, softmax).loss(crossEntropy).explain()))
        .contains("delta1 = Z1 - Y");
    assertThat(formulas(net(2).noBias().layer(3, softmax).loss(squaredError).explain()))
        .contains("delta1 = Z1 o ((2 (Z1 - Y)) - 1 1^T (Z1 o (2 (Z1 - Y))))");
    Explanation classes =
        net()
            .noBias()
            .layer(matrix("1 0; 0 1"), softmax)
            .loss(squaredError)
            .forward(0, 0)
            .backward(1, 0)
            .explain("delta1");
    // p = (1/2, 1/2), dL/dp = (-1, 1), and p o (dL/dp - sum of p dL/dp)
    assertThat(classes.steps().get(0).substitution().text())
        .isEqualTo("[0.5; 0.5] o ([-1; 1] - 1 1^T ([0.5; 0.5] o [-1; 1]))");
    assertThat(classes.steps().get(0).result().text()).isEqualTo("[-0.5; 0.5]");
    assertThat(formulas(net(2).noBias().layer(1, tanh).explain())).contains("delta1 = tanh'(S1)");
    assertThat(formulas(net(2).noBias().layer(1).loss(squaredError.mean()).explain()))
        .contains("L = 1/N ||Z1 - Y||^2", "delta1 = 1/N 2 (Z1 - Y)");
    assertMessage(
        () -> net().explain(),
        "explain: this net has no layers yet. Write net().layer(3, relu).layer(1).");
  }

  private final Backward back =
      net()
          .layer(matrix("1 2; -1 1"), column(0, 1), relu)
          .layer(row(3, 1))
          .loss(squaredError.half())
          .forward(1, 2)
          .backward(20);

  @Test
  void should_put_numbers_into_every_formula() {
    assertThat(back.explain().toString())
        .isEqualTo(
            """
            Worked solution
            1. pre-activation of layer 1. Every unit weighs its inputs and adds its bias, for each example.
               S1 = W1 X + b1
                  = [1 2; -1 1] [1; 2] + [0; 1]
                  = [5; 2]
            2. activation of layer 1. relu of each entry.
               Z1 = relu(S1)
                  = relu([5; 2])
                  = [5; 2]
            3. pre-activation of layer 2. Every unit weighs its inputs, for each example.
               S2 = W2 Z1
                  = [3 1] [5; 2]
                  = [17]
            4. activation of layer 2. A linear layer passes its sums on.
               Z2 = S2
                  = [17]
            5. loss. How far the output is from the targets.
               L = 1/2 ||Z2 - Y||^2
                 = 1/2 ||[17] - [20]||^2
                 = [4.5]
            6. gradient of the output. The derivative of what is differentiated by the output itself.
               dL/dZ2 = Z2 - Y
                      = [17] - [20]
                      = [-3]
            7. delta of layer 2. The slope of a linear layer is 1.
               delta2 = dL/dZ2
                      = [-3]
            8. gradient of the weights 2. The delta of a unit times the input it weighs, summed over the examples.
               dL/dW2 = delta2 Z1^T
                      = [-3] [5; 2]^T
                      = [-15 -6]
            9. gradient of the activation 1. Each number of layer 1 reaches the loss through every unit above, so their deltas come back along the same weights.
               dL/dZ1 = W2^T delta2
                      = [3 1]^T [-3]
                      = [-9; -3]
            10. delta of layer 1. Chain rule through relu: each entry times the slope there.
               delta1 = dL/dZ1 o relu'(S1)
                      = [-9; -3] o [1; 1]
                      = [-9; -3]
            11. gradient of the weights 1. The delta of a unit times the input it weighs, summed over the examples.
               dL/dW1 = delta1 X^T
                      = [-9; -3] [1; 2]^T
                      = [-9 -18; -3 -6]
            12. gradient of the bias 1. A bias adds to every example, so the deltas of a unit are summed.
               dL/db1 = delta1 1
                      = [-9; -3] 1
                      = [-9; -3]
            13. gradient of the inputs. Each input reaches the loss through every unit above, so their deltas come back along the same weights.
               dL/dX = W1^T delta1
                     = [1 2; -1 1]^T [-9; -3]
                     = [-6; -21]"""
                .strip());
  }

  @Test
  void should_explain_one_quantity_by_its_word_or_its_name() {
    View.Step step = back.explain("dW1").steps().get(0);
    assertThat(step.quantity().latex()).isEqualTo("\\frac{\\partial L}{\\partial W_{1}}");
    assertThat(step.formula().latex()).isEqualTo("\\delta_{1} {X}^T");
    assertThat(step.substitution().text()).isEqualTo("[-9; -3] [1; 2]^T");
    assertThat(step.substitution().latex()).endsWith("\\end{array}\\right]_{2\\times 1}^T");
    assertThat(step.result().text()).isEqualTo("[-9 -18; -3 -6]");
    Backward folded =
        net()
            .intercept()
            .layer(matrix("2 1 0; 0 2 0"), relu)
            .layer(row(0, 1, 2))
            .loss(squaredError.half())
            .names("W", "alpha beta")
            .forward(1, 2)
            .backward(3);
    assertThat(folded.explain("dalpha").steps().get(0).result().text())
        .isEqualTo("[4 4 8; 8 8 16]");
    assertThat(folded.explain("dZ1").steps().get(0).formula().text())
        .isEqualTo("beta[1:]^T delta2");
    assertThat(folded.explain("dZ1").steps().get(0).substitution().text()).isEqualTo("[1 2]^T [4]");
    assertMessage(
        () -> back.explain("dW3"),
        "explain(\"dW3\"): the quantities here are S1 Z1 S2 Z2 loss dZ2 delta2 dW2 dZ1"
            + " delta1 dW1 db1 dX.");
  }

  @Test
  void should_explain_passes_without_a_loss() {
    Backward output = net().layer(row(1, 2), tanh).forward(1, 2).backward();
    assertThat(formulas(output.explain()))
        .containsExactly(
            "S1 = W1 X",
            "Z1 = tanh(S1)",
            "dZ1/dZ1 = [1]",
            "delta1 = dZ1/dZ1 o tanh'(S1)",
            "dZ1/dW1 = delta1 X^T",
            "dZ1/dX = W1^T delta1");
    Backward classes =
        net()
            .noBias()
            .layer(matrix("1 0; 0 1"), softmax)
            .loss(crossEntropy)
            .forward(1, 2)
            .backward(oneHot(2, 1));
    assertThat(formulas(classes.explain()))
        .containsExactly(
            "S1 = W1 X",
            "Z1 = softmax(S1)",
            "L = sum(-Y log Z1)",
            "delta1 = Z1 - Y",
            "dL/dW1 = delta1 X^T",
            "dL/dX = W1^T delta1");
  }

  @Test
  void should_spell_out_entries_as_the_sums_they_are() {
    assertWhy(
        back.why("dW1", 2, 1), "dW1[2,1] = sum over n of delta1[2,n] X[1,n]", "= (-3)(1) = -3");
    assertWhy(
        back.why("S1", 2, 1),
        "S1[2,1] = sum over j of W1[2,j] X[j,1], plus b1[2]",
        "= (-1)(1) + (1)(2) + (1) = 2");
    assertWhy(
        back.why("dX", 1, 1),
        "dX[1,1] = sum over k of W1[k,1] delta1[k,1]",
        "= (1)(-9) + (-1)(-3) = -6");
    assertWhy(back.why("delta1", 1, 1), "delta1[1,1] = dL/dZ1[1,1] f'(S1)[1,1]", "= (-9)(1) = -9");
    assertWhy(back.why("db1", 2), "db1[2] = sum over n of delta1[2,n]", "= (-3) = -3");
    assertThat(back.why("dW1", 2, 1).toString())
        .contains("h2  > -3", "x1  > 1")
        .doesNotContain("> -9");
  }

  @Test
  void should_spell_out_in_the_convention_of_the_net() {
    Backward folded =
        net()
            .intercept()
            .inputsByOutputs()
            .layer(matrix("2 0; 1 2; 0 0"), relu)
            .layer(column(0, 1, 2))
            .loss(squaredError.half())
            .forward(1, 2)
            .backward(3);
    assertWhy(
        folded.why("dW1", 0, 2), "dW1[0,2] = sum over n of delta1[2,n] X[0,n]", "= (8)(1) = 8");
    assertWhy(
        folded.why("dZ1", 2, 1), "dZ1[2,1] = sum over k of W2[2,k] delta2[k,1]", "= (2)(4) = 8");
    assertWhy(
        folded.why("S1", 1, 1),
        "S1[1,1] = sum over j of W1[j,1] X[j,1]",
        "= (2)(1) + (1)(1) + (0)(2) = 3");
  }

  private static void assertWhy(Why why, String formula, String sum) {
    assertThat(why.entry() + " = " + why.formula()).isEqualTo(formula);
    assertThat(why.sum()).isEqualTo(sum);
  }

  @Test
  void should_cut_long_sums_and_agree_with_the_entry() {
    Backward batch =
        net()
            .layer(row(1, 1))
            .loss(squaredError)
            .forward(matrix("1 2 3 4 5 6 7 8 9 10 11 12 13; 1 1 1 1 1 1 1 1 1 1 1 1 1"))
            .backward(row(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    Why why = batch.why("dW1", 1, 1);
    assertThat(why.sum()).startsWith("= (4)(1) + (6)(2) + ").endsWith(" + ... 3 more = 1820");
    double sum = why.terms().stream().mapToDouble(t -> t.get(0) * t.get(1)).sum();
    assertThat(sum).isEqualTo(why.value()).isEqualTo(batch.dW(1, 1, 1));
  }

  @Test
  void should_refuse_what_is_no_sum() {
    assertMessage(
        () -> back.why("Z1", 1, 1),
        "why(\"Z1\"): this is no sum of products. Ask for S, delta, dW, db or dZ of a layer, or"
            + " explain(\"Z1\").");
    assertMessage(
        () -> back.why("dZ2", 1, 1),
        "why: dZ2[1,1] is the derivative of the loss by the output, where no sum is. Look at"
            + " explain(\"dZ2\").");
    assertMessage(
        () -> back.why("dW1", 3, 1), "dW(1, 3, 1): dW1 is 2 x 2, so its rows are 1 to 2.");
    Network net = net().layer(matrix("1 0; 0 1"), softmax);
    assertMessage(
        () -> net.loss(crossEntropy).forward(1, 2).backward(1, 0).why("delta1", 1, 1),
        "why: delta1[1,1] is a difference, not a sum: softmax and crossEntropy cancel. Look at"
            + " explain(\"delta1\").");
    assertMessage(
        () -> net.loss(squaredError).forward(1, 2).backward(1, 0).why("delta1", 1, 1),
        "why: delta1[1,1] mixes all units of its example. Look at explain(\"delta1\").");
  }

  @Test
  void should_explain_forward_passes_and_single_symbols() {
    assertThat(formulas(back.pass().explain()))
        .containsExactly("S1 = W1 X + b1", "Z1 = relu(S1)", "S2 = W2 Z1", "Z2 = S2");
    assertThat(back.pass().explain("S1").steps().get(0).result().text()).isEqualTo("[5; 2]");
    assertMessage(
        () -> back.pass().explain("dW1"), "explain(\"dW1\"): the quantities here are S1 Z1 S2 Z2.");
    Network symbols = net().layer(3, activation("g")).layer(1).loss(squaredError.half());
    assertThat(formulas(symbols.explain("dW1"))).containsExactly("dL/dW1 = delta1 X^T");
    assertThat(formulas(symbols.explain("dZ1"))).containsExactly("dL/dZ1 = W2^T delta2");
  }
}
