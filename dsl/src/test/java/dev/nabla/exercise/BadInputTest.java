package dev.nabla.exercise;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.hint;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.reveal;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import dev.nabla.net.Network;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One clear sentence for everything that cannot be judged. */
class BadInputTest {
  private static final String FORMS = " Give a matrix such as matrix(\"1 2; 3 4\"), or a number.";
  private static final String ASKS = "S1 Z1 S2 Z2 loss delta2 dW2 dZ1 delta1 dW1 dX newW1 newW2";

  @BeforeEach
  void open() {
    Exercises.clear();
    exercise("2", Sheets.backward(Sheets.worksheet4())).step(0.5);
  }

  private static void says(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(NablaException.class).hasMessage(message);
  }

  @Test
  void should_help_to_find_the_question() {
    says(() -> check("3 dW1", 1), "check: no exercise 3 is open. Open are 2.");
    says(
        () -> check("2 dw1", 1),
        "check: exercise 2 has no dw1. Did you mean dW1? It asks " + ASKS + ".");
    says(() -> check("dV", 1), "check: no exercise asks dV. Did you mean dX?");
    says(
        () -> check("2", 1),
        "check(\"2\"): exercise 2 asks " + ASKS + ". Write check(\"2 S1\", ...).");
    says(
        () -> check(" ", 1),
        "check: the first argument says what is asked, such as check(\"2 dW1\", ...).");
    says(
        () -> reveal("2 dW9"),
        "reveal: exercise 2 has no dW9. Did you mean dW2? It asks " + ASKS + ".");
    says(
        () -> check("2 dW1[4,1]", 1),
        "check: dW1 is 3 x 2, so its entries are dW1[1,1] to dW1[3,2].");
    Exercises.clear();
    says(
        () -> check("2 dW1", 1),
        "check: no exercise is open yet. Run the cell that says exercise(...) or practice(...) first.");
  }

  @Test
  void should_ask_which_exercise_is_meant() {
    assertThat(check("dW1", 1).isRight()).isFalse();
    exercise("3", Sheets.backward(Sheets.worksheet4()));
    says(
        () -> check("dW1", 1),
        "check: dW1 is asked in exercises 2 and 3. Write check(\"2 dW1\", ...) or check(\"3 dW1\", ...).");
  }

  private static void cannotRead(String question, Object answer, String words) {
    Verdict verdict = check(question, answer).points(2);
    assertThat(verdict.words()).isEqualTo(words);
    assertThat(verdict.points()).isZero();
    assertThat(verdict.tags()).containsExactly("unreadable");
    assertThat(verdict).hasToString("0");
  }

  /** The cells behind it shall run all the same. */
  @Test
  void should_judge_what_cannot_be_read() {
    cannotRead(
        "2 dW1",
        "no idea",
        "Your dW1 is the text \"no idea\", but dW1 is asked in numbers." + FORMS);
    cannotRead(
        "2 dW1",
        "1 2; 3",
        "In your dW1, row 2 has 1 entry, row 1 has 2. Rows are separated by ; and entries by"
            + " spaces.");
    cannotRead(
        "2 dW1",
        "1 2; 3 O.1195; 5 6",
        "In your dW1, row 2, entry 2 is \"O.1195\", which is not a number. There is a letter in it;"
            + " did you mean 0.1195?");
    cannotRead(
        "2 dW1",
        "1 2; 3 x; 5 6",
        "In your dW1, row 2, entry 2 is \"x\", which is not a number. Write numbers such as 2,"
            + " -0.5, 1e-3 or 1/2.");
    cannotRead(
        "2 dW1",
        net(2).layer(1),
        "Your dW1 is of type Network, which has no numbers to compare." + FORMS);
    cannotRead(
        "2 dW1", List.of(1, 2), "Your dW1 is a list, which has no numbers to compare." + FORMS);
    cannotRead(
        "2 dW1",
        new double[][] {{1}, {1, 2}},
        "The rows of your dW1 have different lengths." + FORMS);
    cannotRead(
        "2 loss",
        Double.NaN,
        "Your loss has NaN in row 1, column 1. Every entry must be a finite number; look at where"
            + " your loss was computed.");
    cannotRead(
        "2 dW1",
        matrix("1 2; 3 4; 5 6").divide(0),
        "Your dW1 has Infinity in row 1, column 1. Every entry must be a finite number; look at"
            + " where your dW1 was computed.");
  }

  @Test
  void should_say_that_the_decimal_sign_is_a_point() {
    String hint = "which is two entries: the decimal sign is a point. Did you mean ";
    cannotRead("2 loss", "0,5", "Your loss has \"0,5\", " + hint + "0.5?");
    cannotRead("2 dW1", "0,1 0,2; 1 2; 3 4", "In your dW1, row 1 has \"0,1\", " + hint + "0.1?");
    cannotRead("2 dW1", "0,1, 0,2; 1,0, 2,0; 3,0, 4,0", "Your dW1 has \"0,1\", " + hint + "0.1?");
    cannotRead(
        "2 dW1",
        "1 2, 3 4, 5 6",
        "In your dW1, row 1 has commas between some entries and spaces between others. Rows are"
            + " separated by ; and entries by spaces.");
    assertThat(check("2 dW1", "1,2;3,4;5,6").words()).startsWith("Your dW1 differs");
  }

  /** A sheet as it is handed out, every cell run once. */
  @Test
  void should_say_kindly_that_nothing_is_filled_in() {
    Object[] nothing = {null, "", "  ", new SimpleMatrix(0, 0), new double[0], new int[0][0]};
    for (Object answer : nothing) {
      Verdict verdict = check("2 dW1", answer).points(2);
      assertThat(verdict.words())
          .isEqualTo(
              "Nothing is filled in for dW1 yet. Put your numbers there, such as \"1 2; 3 4\", run"
                  + " that cell, then check again.");
      assertThat(verdict.points()).isZero();
      assertThat(verdict.tags()).containsExactly("empty");
    }
    assertThat(check("2 loss", "").words())
        .isEqualTo(
            "Nothing is filled in for loss yet. Put your number there, such as 0.5, run that"
                + " cell, then check again.");
    exercise("2b", graph("y = x^2 + 3 x"));
    assertThat(check("2b dy/dx", "").words())
        .isEqualTo(
            "Nothing is filled in for dy/dx yet. Put your formula there, such as \"2 x\", run that"
                + " cell, then check again.");
    exercise("3b", graph("A: m x n, x: n; y = ||A x||^2"));
    assertThat(check("3b dy/dA", "").words())
        .isEqualTo(
            "Nothing is filled in for dy/dA yet. Put your formula there, such as \"1/n A B^T\" (A .*"
                + " B is entry by entry), run that cell, then check again.");
  }

  @Test
  void should_not_open_what_has_one_name_for_two_things() {
    Network net = net(1).layer(row(2)).layer(row(3)).loss(squaredError);
    says(
        () -> exercise("3", net.names("S", "s y").names("Z", "z y").forward(1).backward(2)),
        "exercise: y is the name of S2 and of Z2, so a question about y would not say which. Give"
            + " one of them another name with names(...).");
    says(
        () -> exercise("3", net.names("Z", "z Y").forward(1).backward(2)),
        "exercise: Y is the name of Z2 and of Y, so a question about Y would not say which. Give"
            + " one of them another name with names(...).");
    says(
        () -> exercise("3", net.names("W", "w delta2").names("b", "dw b").forward(1).backward(2)),
        "exercise: delta2 is the name of W2 and of delta2, so a question about delta2 would not say"
            + " which. Give one of them another name with names(...).");
    exercise("3", net.names("S", "S2 S1").names("Z", "z y").forward(1).backward(2));
    assertThat(check("3 S2", 2).words()).isEqualTo("right: S2");
    assertThat(check("3 S1", 6).words()).isEqualTo("right: S1");
  }

  @Test
  void should_name_the_shape_of_an_answer_of_any_size() {
    assertThat(check("2 dW1", zeros(1000, 1000)).words())
        .isEqualTo("Your dW1 is 1000 x 1000. W1 is 3 x 2; which shape must its gradient have?");
    assertThat(check("2 S1", zeros(4, 3)).words())
        .isEqualTo(
            "Your S1 is 4 x 3, the shape of the transpose. Columns are examples here. What are the"
                + " rows of S1?");
    assertThat(check("2 newW1", row(1, 2)).words())
        .isEqualTo("Your newW1 is 1 x 2. Which shape has W1 before the step?");
  }

  @Test
  void should_say_how_an_exercise_is_opened() {
    String id = "exercise: the id is one word without spaces, such as \"2\" or \"1g\".";
    says(() -> exercise("a b"), id);
    says(() -> exercise(null), id);
    says(
        () -> exercise("4").step(0.5),
        "step: this exercise has no gradients to descend with. Open it with exercise(\"2\", back).");
    says(
        () -> exercise("4").asks("theta", 1).asks("theta", 2),
        "asks: exercise 4 asks theta already. Give this one another name.");
    says(
        () -> exercise("4").asks(" ", 1),
        "asks: the first argument names what is asked, such as \"theta\".");
    says(
        () -> hint("2 dW1", 4),
        "hint: levels are 1, 2 and 3, each saying more. The answer itself comes from reveal(...).");
  }

  @Test
  void should_read_formulas_with_care() {
    exercise("2b", graph("y = x^2 + 3 x"));
    cannotRead(
        "2b dy/dx",
        "2 z",
        "Your dy/dx cannot be read at \"z\": \"z\" is not a name of this graph. Its names are y x.");
    cannotRead(
        "2b dy/dx",
        "z",
        "Your dy/dx cannot be read: \"z\" is not a name of this graph. Its names are y x.");
    cannotRead(
        "2b dy/dx",
        "2 x +",
        "Your dy/dx cannot be read at its end: expected a number, a name or a bracket, found the"
            + " end of the formula.");
    cannotRead(
        "2b dy/dx",
        matrix("1 2"),
        "dy/dx is asked as a formula. Write it between quotes, such as check(\"...\", \"2 x\").");
    exercise("2c", graph("y = x z").at("x=2 z=3").backward());
    cannotRead(
        "2c dy/dx",
        "2 q",
        "Your dy/dx cannot be read at \"q\": \"q\" is not a name of this graph. Its names are y x z.");
    says(
        () -> check("2b dy/dz", "1"),
        "check: exercise 2b has no dy/dz. Did you mean dy/dx? It asks dy/dx.");
    assertThat(check("2b dy/dx", "2x + 3").words()).startsWith("right: dy/dx = 2 x + 3");
  }
}
