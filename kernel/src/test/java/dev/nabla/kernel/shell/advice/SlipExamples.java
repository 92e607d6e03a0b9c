package dev.nabla.kernel.shell.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The examples of a resource: a heading, cells with {@code --} between, what is expected. */
final class SlipExamples {
  private SlipExamples() {}

  /**
   * @param name from a line {@code # name}
   * @param cells the last one has the slip
   * @param expected the lines after {@code > }
   */
  record Example(String name, List<String> cells, String expected) {
    String last() {
      return cells.get(cells.size() - 1);
    }

    @Override
    public String toString() {
      return name + ": " + last().replace("\n", " / ");
    }
  }

  static List<Example> read(String resource) {
    String text;
    try (var in = SlipExamples.class.getResourceAsStream(resource)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Example> examples = new ArrayList<>();
    for (String block : text.split("(?m)^## ")) {
      if (block.isBlank()) {
        continue;
      }
      String name = block.substring(0, block.indexOf('\n'));
      String body =
          block.lines().skip(1).filter(l -> !l.startsWith("> ")).collect(Collectors.joining("\n"));
      String expected =
          block
              .lines()
              .filter(l -> l.startsWith("> "))
              .map(l -> l.substring(2))
              .collect(Collectors.joining("\n"));
      examples.add(new Example(name, List.of(body.stripTrailing().split("\n--\n")), expected));
    }
    return examples;
  }
}
