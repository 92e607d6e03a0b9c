package dev.nabla.notebooks.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What documents name is there: every {@code nabla COMMAND --option}, in prose as in blocks of
 * code, and every file that a link leads to.
 */
class NamesInDocumentsIT {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  private static final Pattern CALL =
      Pattern.compile("(?:`|\\n|\\()(?:java -jar \\S*)?nabla(?:\\.jar)? ([a-z]+)([^`\\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");

  @TempDir Path folder;

  @Test
  void should_name_commands_and_options_that_exist() throws Exception {
    Map<String, Set<String>> options = new TreeMap<>();
    for (Path document : DocumentsIT.all()) {
      collect(document, options);
    }
    assertThat(options).containsKeys("doctor", "run", "lint", "release", "grade", "stats");
    for (Map.Entry<String, Set<String>> command : options.entrySet()) {
      Tool help = Tool.nabla(folder, command.getKey(), "--help");
      assertThat(help.status()).as("nabla " + command.getKey()).isZero();
      assertThat(help.out()).contains(command.getValue());
    }
  }

  @Test
  void should_link_to_files_that_exist() throws IOException {
    int links = 0;
    for (Path document : DocumentsIT.all()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        assertThat(document.resolveSibling(link.group(1))).as(document.toString()).exists();
        links++;
      }
    }
    assertThat(links).isGreaterThan(20);
  }

  private static void collect(Path document, Map<String, Set<String>> options) throws IOException {
    // A command may go on behind a backslash.
    Matcher call = CALL.matcher(Files.readString(document).replace("\\\n", " "));
    while (call.find()) {
      Set<String> used =
          options.computeIfAbsent(call.group(1), name -> new TreeSet<>(Set.of("--help")));
      Matcher option = OPTION.matcher(call.group(2));
      while (option.find()) {
        used.add(option.group());
      }
    }
  }
}
