package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
  @Test
  void should_read_what_stands_there_as_text_or_number() {
    assertThat(
            Literal.of(
                "// mine\nvar a = \"1 2; 3 4\";   // your answer\nint b = -7;\n\nvar c = 0.5;"))
        .hasToString("{a={\"text\":\"1 2; 3 4\"}, b={\"number\":\"-7\"}, c={\"number\":\"0.5\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var a = \"1\" + b;",
        "var a = 012;",
        "int a = 2.5;",
        "var a = 99999999999;",
        "/* var a = 1; */",
        "var a = 1; System.exit(0);",
        "var a = \"\\u0022 + b + \\u0022\";",
        "var a = 1",
        "var a = 1 / 2;"
      })
  void should_leave_everything_else_to_java(String source) {
    assertThat(Literal.of(source)).isNull();
  }
}
