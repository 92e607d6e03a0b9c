package dev.nabla.notebooks.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.exercise.mistake.Catalogue;
import dev.nabla.exercise.mistake.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/mistakes.md explains every mistake that check knows, in the order of the catalogue. */
class MistakesPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| .+ \\|$");

  @Test
  void should_explain_every_tag() throws IOException {
    String page = Files.readString(Path.of("../docs/mistakes.md"));
    String table = page.substring(page.indexOf("## Mistakes"), page.indexOf("## Other tags"));

    List<String> explained = ROW.matcher(table).results().map(row -> row.group(1)).toList();

    assertThat(explained)
        .containsExactlyElementsOf(Catalogue.ALL.stream().map(Mistake::tag).toList());
  }
}
