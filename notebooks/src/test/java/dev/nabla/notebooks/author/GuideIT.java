package dev.nabla.notebooks.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/write-an-exercise.md as a new user would: every command, in its order. */
class GuideIT {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  @TempDir Path folder;

  private record Block(String language, String text) {}

  private static List<Block> blocks() throws IOException {
    Path guide =
        Path.of(System.getProperty("worksheets")).resolve("../../docs/write-an-exercise.md");
    Matcher block = BLOCK.matcher(Files.readString(guide));
    List<Block> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(new Block(block.group(1), block.group(2)));
    }
    return blocks;
  }

  @Test
  void should_do_what_the_guide_says() throws Exception {
    String shown = "";
    int commands = 0;
    for (Block block : blocks()) {
      if (block.language().equals("sh")) {
        Tool done = Tool.run(folder, List.of("bash", "-c", NABLA + block.text()));
        assertThat(done.status())
            .as(block.text() + done.err())
            .isEqualTo(block.text().contains("# ends with 1") ? 1 : 0);
        shown = done.out() + done.err();
        commands++;
      } else if (block.language().equals("text") && !block.text().contains("nbgrader")) {
        assertThat(shown.lines()).containsSubsequence(block.text().lines().toList());
      }
    }
    assertThat(commands).isEqualTo(8);
    assertThat(folder.resolve("course/release/emmy/own.ipynb")).exists();
    assertThat(folder.resolve("course/variants.csv"))
        .content()
        .containsPattern("ada,\\d+\nemmy,\\d+\n");
    assertThat(folder.resolve("exam/relu.ipynb"))
        .content()
        .doesNotContain("backward")
        .contains("receipt(");
    assertThat(folder.resolve("solution/relu.ipynb"))
        .content()
        .contains("right: dW1")
        .doesNotContain("ANSWER");
  }

  /** A shell function, for aliases are not for scripts; there may be no sandbox where it runs. */
  private static final String NABLA =
      "nabla() { local more=; [ $1 != grade ] || more=--no-sandbox;"
          + " '%s/bin/java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar '%s' \"$@\" $more; }\n"
              .formatted(System.getProperty("java.home"), System.getProperty("nabla.jar"));

  @Test
  void should_show_the_exercise_that_new_writes() throws IOException {
    String java =
        blocks().stream()
            .filter(block -> block.language().equals("java"))
            .map(block -> block.text().strip())
            .reduce("", (a, b) -> a + b + "\n");

    String written =
        New.notebook("relu").cells().stream()
            .filter(Cell::isCode)
            .map(Cell::source)
            .reduce("", (a, b) -> a + b + "\n");

    assertThat(written).isEqualTo(java + "net.draw()\n");
    assertThat(written.lines().filter(line -> !line.equals("net.draw()")).count())
        .isLessThanOrEqualTo(6);
  }
}
