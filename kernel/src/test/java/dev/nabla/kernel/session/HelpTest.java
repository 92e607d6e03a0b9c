package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @CsvSource({
    "?String, String", "String?, String", "??Math.max, Math.max", "' net ?', net",
    "Math.max(?, Math.max", "relu()?, relu", "?W1;, W1", "größe?, größe"
  })
  void should_know_a_question(String code, String asked) {
    assertThat(Help.asked(code)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?", "1 + 1", "a ? b : c", "x == 1 ?", "?3", "?String?", "%time?", "a b?"})
  void should_leave_everything_else_to_java(String code) {
    assertThat(Help.asked(code)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`for (;;) {`, `    `",
        "`  if (x) {`, `      `",
        "`  foo();`, `  `",
        "`f(`, `    `",
        "``, ``"
      })
  void should_indent_behind_open_brackets(String code, String indent) {
    assertThat(Questions.indent(code)).isEqualTo(indent);
  }
}
