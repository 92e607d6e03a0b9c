package dev.nabla.exercise;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.expect;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.hint;
import static dev.nabla.Nabla.leastSquares;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.reveal;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.display.Display;
import dev.nabla.message.NablaException;
import dev.nabla.net.Backward;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExerciseTest {
  private static final SimpleMatrix X = matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05");
  private static final SimpleMatrix Y = row(1, 1, -1, -1);
  private static final Backward BACK =
      net()
          .layer(matrix("0.6 0.01; 0.7 0.43; 0 0.88"), relu)
          .layer(row(0.02, 0.03, 0.09))
          .loss(squaredError.half().mean())
          .forward(X)
          .backward(Y);

  @BeforeEach
  void openWorksheet4() {
    Exercises.clear();
    exercise("2", BACK).step(0.5);
  }

  private static String says(String question, Object answer) {
    return check(question, answer).words();
  }

  @Test
  void should_list_its_questions_in_the_order_of_the_work() {
    assertThat(exercise("2", BACK).step(0.5))
        .hasToString("2: S1 Z1 S2 Z2 loss delta2 dW2 dZ1 delta1 dW1 dX newW1 newW2");
    assertThat(exercise("3")).hasToString("3: nothing is asked yet, say .asks(\"theta\", theta)");
  }

  @Test
  void should_run_the_cells_of_the_language() {
    assertThat(says("2 dW1", matrix("1 2 3; 4 5 6")))
        .isEqualTo(
            "Your dW1 is 2 x 3, the shape of the transpose. W1 is 3 x 2; which shape must its"
                + " gradient have?");
    assertThat(check("2 loss", 0.5).points(2)).hasToString("0");
    exercise("2b", graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2"));
    assertThat(check("2b dv/dx", "4c(a-b)(w+2y+z)"))
        .hasToString(
            "right: dv/dx = 4 c (a - b) (w + 2 y + z), in exact fractions at 20 random points");
    SimpleMatrix design = matrix("1 1; 1 2; 1 4; 1 5");
    exercise("1g").asks("theta", leastSquares(design, column(1, 3, 4, 7)).theta());
    assertThat(hint("1g theta", 2))
        .hasToString(
            "Everything it is made of stands in the exercise. More: hint(\"1g theta\", 3)");
    assertThat(reveal("2 dW2")).hasToString(BACK.explain("dW2").toString());
  }

  @Test
  void should_accept_a_right_answer_in_every_form() {
    assertThat(says("2 dW1", BACK.dW(1))).isEqualTo("right: dW1 (3 x 2)");
    assertThat(
            says(
                "2 S1",
                "0.458 0.1205 -0.442 0.1195; 869/1000 0.1615 -0.181 0.1185; .704 .044 .704 -.044"))
        .isEqualTo("right: S1 (3 x 4)");
    double[][] rows = {
      {0.458, 0.1205, -0.442, 0.1195},
      {0.869, 0.1615, -0.181, 0.1185},
      {0.704, 0.044, 0.704, -0.044}
    };
    assertThat(says("2 S1", rows)).isEqualTo("right: S1 (3 x 4)");
    assertThat(says("2 S1", matrix(rows).getDDRM())).isEqualTo("right: S1 (3 x 4)");
    assertThat(says("2 Z2", new double[] {0.09859, 0.011215, 0.06336, 0.005945}))
        .isEqualTo("right: Z2 (1 x 4)");
    assertThat(says("2 loss", "3.93289559695/8")).isEqualTo("right: loss");
    assertThat(says("2 loss", "1/(2*4) * 3.93289559695")).isEqualTo("right: loss");
    assertThat(says("2 dW1[3,1]", -0.03760502625)).isEqualTo("right: dW1[3,1]");
  }

  /** The digits of the sheet, most of them truncated, some rounded. */
  @Test
  void should_accept_the_printed_digits() {
    Map<String, String> printed =
        Map.of(
            "2 Z2", ".0985 .0112 .0633 .0059",
            "2 loss", ".49161",
            "2 delta2", "-.2253 -.2471 .2658 .2514",
            "2 dW2", "-.1029 -.2059 .0176",
            "2 delta1", "-.0045 -.0049 0 .0050; -.0068 -.0074 0 .0075; -.0203 -.0222 .0239 0",
            "2 dW1", "-.0033 -.0041; -.0050 -.0061; -.0376 .0018",
            "2 newW2", ".0714 .1329 .0811",
            "2 newW1", ".6016 .0120; .7025 .4330; .0188 .8790");
    printed.forEach(
        (question, answer) -> {
          Verdict verdict = check(question, answer);
          assertThat(verdict.tags()).as(question).containsExactly("rounded");
          assertThat(verdict.isRight()).isTrue();
        });
    assertThat(says("2 loss", ".49161")).isEqualTo("right, in the digits you give: loss");
  }

  @Test
  void should_fail_where_a_right_answer_was_expected() {
    Verdict rounded = check("2 loss", .49161);
    assertThat(expect(rounded)).isSameAs(rounded);
    assertThatThrownBy(() -> expect(check("2 dW1", matrix("1 2 3; 4 5 6"))))
        .isInstanceOf(NablaException.class)
        .hasMessageStartingWith("expect: Your dW1 is 2 x 3, the shape of the transpose.");
  }

  @Test
  void should_not_blame_a_value_that_had_its_points() {
    check("2 delta2", BACK.delta(2).scale(4));
    check("2 dW2", BACK.dW(2).scale(4));
    exercise("2", BACK).step(0.5);
    assertThat(says("2 newW2", row(.02, .03, .09).minus(BACK.dW(2).scale(2))))
        .isEqualTo(
            "right from your dW2: newW2 (1 x 3). Your delta2, which it goes back to, is not right"
                + " yet.");
  }

  @Test
  void should_say_what_is_wrong_with_a_formula_in_letters() {
    exercise(
        "1",
        graph(
            """
            W1: h x d, b1: h, W2: p x h, b2: p, X: d x N, Y: p x N, e: N, f: R -> R
            S1 = W1 X + b1 e^T
            Z1 = f(S1)
            S2 = W2 Z1 + b2 e^T
            L = 1/(2 N) ||S2 - Y||^2
            """));
    assertThat(says("1 dL/dW2", "(S2 - Y) Z1^T"))
        .isEqualTo(
            "Your dL/dW2 is N times the right formula everywhere. Which factor makes the"
                + " difference?");
    assertThat(says("1 dL/dW2", "1/N Z1 (S2 - Y)^T"))
        .isEqualTo(
            "Your dL/dW2 is the transpose of the right dL/dW2. W2 is p x h; which shape must its"
                + " gradient have?");
    assertThat(says("1 dL/dW2", "1/N delta2 Z1^T"))
        .isEqualTo(
            "Your dL/dW2 cannot be read at \"delta2 Z1^T\": \"delta2\" is not a name of this graph."
                + " Its names are W1 b1 W2 b2 X Y e S1 Z1 S2 L N.");
  }

  @Test
  void should_go_on_from_the_students_own_values() {
    SimpleMatrix mine = BACK.delta(2).scale(4);
    assertThat(says("2 delta2", mine))
        .isEqualTo(
            "Your delta2 is what comes out when 1/N is left out. This loss is a mean"
                + " over 4 examples. Where does that number appear in delta2?");
    Verdict next = check("2 dW2", BACK.dW(2).scale(4));
    assertThat(next.words())
        .isEqualTo("right from your delta2: dW2 (1 x 3). Your delta2 itself is not right yet.");
    assertThat(next.points(3).points()).isEqualTo(3);
    assertThatThrownBy(() -> expect(next))
        .isInstanceOf(NablaException.class)
        .hasMessage("expect: " + next.words());

    exercise("2", BACK).step(0.5);
    assertThat(check("2 dW2", BACK.dW(2).scale(4)).tags()).containsExactly("follow-on");
    check("2 delta2", BACK.delta(2));
    assertThat(check("2 dW2", BACK.dW(2).scale(4)).tags()).containsExactly("mean-forgotten");

    SimpleMatrix up = matrix("0.6 0.01; 0.7 0.43; 0 0.88").plus(BACK.dW(1).scale(0.5));
    assertThat(check("2 newW1", up).tags()).containsExactly("update-added");
  }

  @Test
  void should_give_points_as_the_text_and_the_feedback_beside() {
    Map<String, String> right = Display.bundle(check("2 dW1", BACK.dW(1)).points(1.5), null);
    assertThat(right.get(Display.TEXT)).isEqualTo("1.5");
    assertThat(right.get(Display.HTML))
        .contains("✓ right: dW1 (3 x 2)")
        .contains("1.5 of 1.5 points");
    Map<String, String> wrong = Display.bundle(check("2 dW1", "0 0; 0 0; 0 0").points(1), null);
    assertThat(wrong.get(Display.TEXT)).isEqualTo("0");
    assertThat(wrong.get(Display.HTML)).contains("✗ Your dW1").contains("0 of 1 point");
    assertThatThrownBy(() -> check("2 loss", 1).points(-1))
        .hasMessage("points(-1): points are a number from 0, such as points(2).");
  }

  /** What a new student types who works worksheet 5, section 4, by hand. */
  @Test
  void should_help_with_worksheet_5() {
    exercise(
            "4",
            net()
                .intercept()
                .layer(matrix("2 1 0; 0 2 0"), relu)
                .layer(row(0, 1, 2))
                .loss(squaredError.half())
                .names("W", "alpha beta")
                .names("S", "a")
                .names("Z", "z yhat")
                .forward(1, 2)
                .backward(3))
        .step(0.1);
    assertThat(says("4 a", "2; 2"))
        .isEqualTo(
            "Your a differs in [1,1]. Start with a[1,1]: which row of alpha and which column of X"
                + " make it?");
    assertThat(says("4 dbeta", "4 12 8")).isEqualTo("right: dbeta (1 x 3)");
    assertThat(says("4 dW2", "4 12 8")).isEqualTo("right: dbeta (1 x 3)");
    assertThat(says("4 dbeta[1,0]", 4)).isEqualTo("right: dbeta[1,0]");
    assertThat(says("4 dalpha", "4 8; 8 16"))
        .isEqualTo("Your dalpha is 2 x 2. alpha is 2 x 3; which shape must its gradient have?");
    assertThat(says("4 newalpha", "1.6 .6 -.8; -.8 1.2 -1.6")).isEqualTo("right: newalpha (2 x 3)");
    assertThat(reveal("4 newbeta"))
        .hasToString(
            "newbeta\n"
                + "1. step of descent. Against the gradient, from the old value.\n"
                + "   newbeta = beta - eta dbeta\n"
                + "           = [0 1 2] - 0.1 [4 12 8]\n"
                + "           = [-0.4000 -0.2000 1.2000]");
  }

  /** Marks of the tools for worksheets are comments, so a cell with them is plain Java. */
  @Test
  void should_ignore_marks() {
    // ANSWER S1 points=2
    // BEGIN SOLUTION
    SimpleMatrix S1 = matrix("0.6 0.01; 0.7 0.43; 0 0.88").mult(X);
    // END SOLUTION
    // BEGIN HIDDEN TESTS
    assertThat(check("2 S1", S1).points(2)).hasToString("2");
    // END HIDDEN TESTS
  }
}
