package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.Assistant.Readiness;
import dev.nabla.kernel.shell.Completion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand at the cursor in and around magics, and what is told about them. */
class MagicCompletionTest {
  private static Cells cells;

  @BeforeAll
  static void open() {
    cells = new Cells();
    cells.run("int counterValue = 3;");
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%ti | %time %timeit | 0",
        "%%ti | %%time %%timeit | 0",
        "%ba | `` | 0",
        "%%ba | %%bash | 0",
        "int x = 1;\\n%tim | %time %timeit | 11",
        "%maven --of | --offline | 7",
        "%maven org.a:b:1 -- | --offline --repo | 17",
        "%hist | %history | 0",
        "%history - | -n -g -o | 9",
        "%history 3 -o | -o | 11",
        "%help ma | markdown maven | 6",
        "%reset counterV | counterValue | 7",
        "%time counterV | counterValue | 6",
        "%timeit -n 5 counterV | counterValue | 13",
        "%%time\\nint y = counterV | counterValue | 15",
        "%precision 3\\ncounterV | counterValue | 13",
        "%load sr | src/ | 6",
        "%load pom.x | `` | 6",
        "%maven pom.x | pom.xml | 7",
        "%%bash\\nls counterV | `` | 18",
        "%nothing x | `` | 10",
      })
  void should_complete(String typed, String matches, int start) {
    String source = typed.replace("\\n", "\n");

    Completion found = cells.shell.assistant().complete(source, source.length());

    assertThat(String.join(" ", found.matches().stream().map(Completion.Match::text).toList()))
        .isEqualTo(matches);
    assertThat(found.start()).isEqualTo(start);
    assertThat(found.end()).isEqualTo(source.length());
  }

  @Test
  void should_complete_in_the_middle_of_a_cell() {
    String source = "%time counterV\ncounterValue++;";

    Completion found = cells.shell.assistant().complete(source, 14);

    assertThat(found.matches()).extracting(Completion.Match::text).containsExactly("counterValue");
  }

  @Test
  void should_tell_about_a_magic_and_about_the_code_behind_it() {
    assertThat(cells.shell.assistant().inspect("%maven org.a:b:1", 3).get("text/plain"))
        .startsWith(
            "Adds libraries from Maven repositories, with all that they need.\n\n  %maven ");
    assertThat(cells.shell.assistant().inspect("%time counterValue", 10).get("text/plain"))
        .startsWith("int counterValue   (cell 1)\n\n3");
    assertThat(cells.shell.assistant().inspect("%nothing", 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%vars | COMPLETE",
        "%time counterValue | COMPLETE",
        "%%bash\\nls | INCOMPLETE",
        "%%bash\\nls\\n\\n | COMPLETE",
        "%vars\\nfor (;;) { | INCOMPLETE",
        "%vars\\nint 1x; | INVALID",
      })
  void should_know_what_is_complete(String source, Readiness readiness) {
    assertThat(cells.shell.assistant().readiness(source.replace("\\n", "\n"))).isEqualTo(readiness);
  }
}
