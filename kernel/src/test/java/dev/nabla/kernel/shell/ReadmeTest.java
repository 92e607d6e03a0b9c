package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Display;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The five lines of the README give the numbers that stand behind them. */
class ReadmeTest {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void should_print_what_it_says() throws IOException {
    Matcher code = CODE.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(code.find()).isTrue();
    List<String> lines = code.group(1).lines().toList();
    int promised = 0;
    try (Shell shell = new Shell()) {
      for (String line : lines) {
        Outcome outcome = shell.run(1, line, new Owner(""), note -> {});
        assertThat(outcome).as(line).isNotInstanceOf(Outcome.Failed.class);
        if (line.contains("// ") && outcome instanceof Outcome.Value value) {
          String numbers = line.substring(line.lastIndexOf(": ") + 2).replaceAll(" +", "\\\\s+");
          assertThat(Display.bundle(value.value(), null).get("text/plain"))
              .containsPattern(numbers);
          promised++;
        }
      }
    }
    assertThat(lines).hasSize(5);
    assertThat(promised).isEqualTo(2);
  }
}
