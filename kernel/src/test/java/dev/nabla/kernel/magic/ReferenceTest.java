package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/magics.md to the code. Run it with {@code -Dnabla.write=true} to write the file anew.
 */
class ReferenceTest {
  private static final Path FILE = Path.of("../docs/magics.md");

  private static final String HEAD =
      """
      # Magics

      A line that begins with `%` and a cell that begins with `%%` talk to the kernel. Everything else
      is Java, also where it has such signs: `!done`, `7 % 4`, a `%` that goes on with the line above.
      Lines of Java and magics may stand in one cell. `%NAME?` shows what stands here, Tab completes
      names, options, files and the Java code behind `%time`. The examples are run by a test.

      """;

  private static final String TAIL =
      """
      ## Your own

      A library brings magics and renderers of its own. Its jar names the classes, and `%jars` or
      `%maven` finds them there:

      | file in the jar | class |
      |---|---|
      | `META-INF/services/dev.nabla.kernel.magic.Magic` | a `Magic`: name, manual, what it does |
      | `META-INF/services/dev.nabla.kernel.extension.Renderer` | a `Renderer`: what to show in the place of a value |
      | `META-INF/services/org.dflib.jjava.jupyter.Extension` | an extension of JJava 1.0-a6: renderers and magics |

      Such code runs where the code of cells runs, so that an interrupt stops it. A value that has
      `paint(Graphics2D, int, int)`, `getWidth()` and `getHeight()`, such as a chart of XChart, needs none
      of it: it is shown as it paints itself.
      """;

  @Test
  void should_be_up_to_date() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    List<Magic> magics = new Registry(null, null, null).all();
    for (Magic each : magics) {
      text.append("## ").append(LsMagic.signs(each)).append("\n\n");
      String manual = each.manual().markdown();
      text.append(manual.replace("```java\n%maven", "```java not run: network\n%maven"))
          .append('\n');
    }
    text.append(TAIL);
    if (Boolean.getBoolean("nabla.write")) {
      Files.writeString(FILE, text);
    }

    assertThat(Files.readString(FILE))
        .as("write it with -Dtest=ReferenceTest -Dnabla.write=true")
        .isEqualTo(text.toString());
  }

  @Test
  void should_describe_every_magic_and_its_options() {
    for (Magic each : new Registry(null, null, null).all()) {
      Manual manual = each.manual();
      assertThat(manual.does()).as(each.name()).endsWith(".");
      assertThat(manual.usage())
          .as(each.name())
          .isNotEmpty()
          .allMatch(usage -> usage.matches("%%?" + each.name() + "( .*)?"));
      assertThat(manual.options())
          .allMatch(option -> manual.usage().stream().allMatch(u -> u.contains(option.form())));
    }
  }
}
