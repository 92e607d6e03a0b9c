package dev.nabla.notebooks.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Nabla;
import dev.nabla.notebooks.document.SourceFile.Word;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/language.md to the Javadoc of the language; {@code DocumentsIT} runs its examples. Run
 * it with {@code -Dnabla.write=true} to write the file anew.
 */
class LanguageReferenceTest {
  private static final Path FILE = Path.of("..", "docs", "language.md");
  private static final Path SOURCES = Path.of("..", "dsl", "src", "main", "java", "dev", "nabla");

  private static final Map<String, String> SECTIONS =
      Map.of(
          "", "Showing",
          "matrices", "Matrices",
          "networks", "Networks, activations, losses",
          "graphs", "Graphs",
          "exercises", "Exercises");

  /** The types behind the names, in the order in which one meets them. */
  private static final List<String> TYPES =
      List.of(
          "net/Network",
          "net/Forward",
          "net/Backward",
          "net/Training",
          "net/Trained",
          "net/GradientCheck",
          "net/Activation",
          "net/Relu",
          "net/Loss",
          "net/Hinge",
          "net/Data",
          "graph/Graph",
          "graph/ChainRule",
          "graph/Derivative",
          "graph/Equality",
          "graph/Values",
          "graph/Gradients",
          "matrix/Jacobian",
          "matrix/LeastSquares",
          "matrix/Table",
          "exercise/Exercise",
          "exercise/Verdict",
          "practice/Practice",
          "practice/Draw",
          "display/Slider",
          "display/Button");

  private static final String HEAD =
      """
      # The language

      All names a notebook sees, and what can be called on what they give: written from the Javadoc,
      and every example is run. Magics such as `%time` have [a page of their own](magics.md).

      A cell is plain Java; its last line may be an expression without `;` and is shown. Layers,
      units and examples count from 1. Columns are examples, weights are outputs x inputs, a gradient
      has the shape of its parameter. Nothing is ever changed in place: `step`, `loss`, `layer` give
      new values. Matrices are [EJML](https://ejml.org)'s `SimpleMatrix`, whose own `get(i, j)` counts
      from 0. Behind `//` stands what an expression shows as text, or a line of it.

      Each example starts from these names:

      ```java
      var X = matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05");
      var Y = row(1, 1, -1, -1);
      var net = net().layer(matrix("0.6 0.01; 0.7 0.43; 0 0.88"), relu).layer(row(0.02, 0.03, 0.09))
          .loss(squaredError.half().mean());
      var pass = net.forward(X);
      var back = pass.backward(Y);
      var run = net.train(X, Y).rate(0.5).epochs(100);
      var g = graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2");
      var mine = back.dW(1);
      exercise("2", back).step(0.5);
      ```

      """;

  @Test
  void should_be_up_to_date() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    for (Word word : SourceFile.read(SOURCES.resolve("Nabla.java")).words()) {
      sections
          .computeIfAbsent(word.section(), name -> new StringBuilder())
          .append("**`%s`** gives `%s`. ".formatted(word.signature(), word.gives()))
          .append(word.comment().words())
          .append("\n\n")
          .append(examples(word));
    }
    sections.forEach(
        (name, words) ->
            text.append("## ").append(SECTIONS.get(name)).append("\n\n").append(words));
    for (String type : TYPES) {
      text.append(described(SourceFile.read(SOURCES.resolve(type + ".java"))));
    }
    String page = text.toString().replace(" gives `void`. ", ". ").stripTrailing() + "\n";
    if (Boolean.getBoolean("nabla.write")) {
      Files.writeString(FILE, page);
    }

    assertThat(Files.readString(FILE))
        .as("write it with -Dtest=LanguageReferenceTest -Dnabla.write=true")
        .isEqualTo(page);
  }

  private static String described(SourceFile type) {
    StringBuilder text = new StringBuilder("## `" + type.name() + "`\n\n");
    text.append(type.comment().words()).append("\n\n");
    type.comment().examples().forEach(each -> text.append(block(each)));
    if (!type.words().isEmpty()) {
      text.append("| | gives | |\n|---|---|---|\n");
      for (Word word : type.words()) {
        text.append("| `%s` | `%s` | ".formatted(word.signature(), word.gives()))
            .append(word.comment().words())
            .append(" |\n");
      }
      text.append('\n');
    }
    return text + type.words().stream().map(each -> examples(each)).collect(Collectors.joining());
  }

  private static String examples(Word word) {
    return word.comment().examples().stream()
        .map(each -> block(each))
        .collect(Collectors.joining());
  }

  private static String block(String code) {
    return "```java\n" + code + "\n```\n\n";
  }

  @Test
  void should_describe_what_the_names_give() throws IOException {
    Set<String> described = new HashSet<>(TYPES);
    for (Method name : Nabla.class.getMethods()) {
      Class<?> given = name.getReturnType();
      String layer = given.getPackageName().replaceFirst("dev\\.nabla\\.", "");
      if (layer.matches("net|graph|exercise|practice")) {
        String file = layer + "/" + given.getSimpleName();
        boolean hasWords = !SourceFile.read(SOURCES.resolve(file + ".java")).words().isEmpty();
        assertThat(described.contains(file) || !hasWords).as(file).isTrue();
      }
    }
    assertThat(described).contains("net/Network");
  }
}
