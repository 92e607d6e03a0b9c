package dev.nabla.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTextTest {

  private static double[] entries(String text) {
    return MatrixText.parse(text).getDDRM().data;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2; 3 4",
        "1,2;3,4",
        " 1  2 ;\t3 4 ; ",
        "1 2\n3 4",
        "\n1 2;\r\n3, 4;\n\n",
        "2/2 4/2; 6/2 8/2",
        "+1 2.; 3e0 .4e1"
      })
  void should_read_rows_and_entries_as_written_by_hand(String text) {
    assertThat(entries(text)).containsExactly(1, 2, 3, 4);
    assertThat(Shape.of(MatrixText.parse(text))).isEqualTo("2 x 2");
  }

  @Test
  void should_read_fractions_signs_and_the_typeset_minus() {
    assertThat(entries("1/2 -1/4 .5/2 \u22123")).containsExactly(0.5, -0.25, 0.25, -3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 2; 3          | matrix: row 2 has 1 entry, row 1 has 2. Rows are separated by ; and entries by spaces.
          1; 2 3 4        | matrix: row 2 has 3 entries, row 1 has 1. Rows are separated by ; and entries by spaces.
          1 2;; 3 4       | matrix: row 2 is empty. Rows are separated by ; and entries by spaces.
          ;               | matrix: row 1 is empty. Rows are separated by ; and entries by spaces.
          1 2; 3 abc      | matrix: row 2, entry 2 is "abc", which is not a number. Write numbers such as 2, -0.5, 1e-3 or 1/2.
          1 NaN           | matrix: row 1, entry 2 is "NaN", which is not a number. Write numbers such as 2, -0.5, 1e-3 or 1/2.
          Infinity        | matrix: row 1, entry 1 is "Infinity", which is not a number. Write numbers such as 2, -0.5, 1e-3 or 1/2.
          1d              | matrix: row 1, entry 1 is "1d", which is not a number. Write numbers such as 2, -0.5, 1e-3 or 1/2.
          1 - 2           | matrix: row 1, entry 2 is "-", which is not a number. Write numbers such as 2, -0.5, 1e-3 or 1/2.
          1,,2            | matrix: row 1, entry 2 is missing beside a comma. Write a number there, or remove the comma.
          1 O.5           | matrix: row 1, entry 2 is "O.5", which is not a number. There is a letter in it; did you mean 0.5?
          1 2, 3 4        | matrix: row 1 has commas between some entries and spaces between others. Rows are separated by ; and entries by spaces.
          1, 2; 3, 4 5    | matrix: row 2 has commas between some entries and spaces between others. Rows are separated by ; and entries by spaces.
          0,458 -0,1205   | matrix: row 1 has "0,458", which is two entries: the decimal sign is a point. Did you mean 0.458?
          1 -0,5          | matrix: row 1 has "-0,5", which is two entries: the decimal sign is a point. Did you mean -0.5?
          1/0             | matrix: row 1, entry 1 is 1/0, a division by zero.
          1e999           | matrix: row 1, entry 1 is 1e999, which is too large: a double ends at 1.8e308.
          [1 2; 3 4]      | matrix: no brackets are needed between the quotes. Write matrix("1 2; 3 4").
          """)
  void should_say_what_is_wrong_with_the_text(String text, String message) {
    assertThatThrownBy(() -> MatrixText.parse(text))
        .isInstanceOf(NablaException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void should_ask_for_numbers_in_an_empty_text(String text) {
    assertThatThrownBy(() -> MatrixText.parse(text))
        .hasMessage(
            "matrix: there is no number between the quotes. Write rows with ; between them, like"
                + " matrix(\"1 2; 3 4\").");
  }
}
