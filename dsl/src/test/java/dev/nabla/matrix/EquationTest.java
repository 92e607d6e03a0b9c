package dev.nabla.matrix;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.equation;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.display.Display;
import dev.nabla.net.Forward;
import dev.nabla.net.Network;
import org.junit.jupiter.api.Test;

class EquationTest {
  @Test
  void should_stand_in_one_row_with_the_signs_between() {
    Network net = net().layer(matrix("1 2; 3 4")).layer(row(1, 1));
    Forward pass = net.forward(column(5, 6));

    assertThat(equation(pass.S(1), "=", net.W(1), "*", pass.Z(0)))
        .hasToString(
            """
            S1 - 2 x 1 - hidden x examples     W1 - 2 x 2 - hidden x inputs     X - 2 x 1 - inputs x examples
                 1                                 x1  x2                           1
            h1  17                          =  h1   1   2                    *  x1  5
            h2  39                             h2   3   4                       x2  6
            """
                .strip());
  }

  @Test
  void should_use_the_signs_of_print_where_they_can_be_set() {
    var bundle = Display.bundle(equation(row(1, 2), ".*", row(3, 4), "=", row(3, 8)), null);

    assertThat(bundle.get(Display.HTML)).contains("⊙").contains("=");
    assertThat(bundle.get(Display.LATEX)).contains("\\odot");
    assertThat(bundle.get(Display.TEXT)).contains(".*");
  }

  @Test
  void should_take_numbers() {
    assertThat(equation(2, "*", row(1, 2), "=", row(2, 4)))
        .hasToString(
            "      1 x 2       1 x 2\n2  *     1  2  =     1  2\n      1  1  2     1  2  4");
  }

  @Test
  void should_say_what_it_takes() {
    assertThatThrownBy(() -> equation())
        .hasMessage(
            "equation(): give matrices and the signs between them, such as equation(S, \"=\", W,"
                + " \"*\", X).");
    assertThatThrownBy(() -> equation(row(1), "=", null))
        .hasMessage(
            "equation: part 3 is null; give a matrix, a number, or a sign as text such as \"=\".");
    assertThatThrownBy(() -> equation(row(1), "=", new Object()))
        .hasMessage(
            "equation: part 3 is of type Object; give a matrix, a number, or a sign as text such as"
                + " \"=\".");
  }
}
