package dev.nabla.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of libraries and licences against what Maven puts into the jar. */
class ThirdPartyTest {
  private static final Path LICENSES = Path.of("../licenses");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\S+:\\S+) \\| (\\S+) \\| (.+) \\|$");

  /** A line that the build wrote, such as {@code org.ow2.asm:asm:jar:9.9:compile -- module ...}. */
  private static final Pattern RESOLVED = Pattern.compile("(?m)^ +([^: ]+:[^:]+):jar:([^:]+):");

  private static final Pattern TEXT = Pattern.compile("(?m)^\\| (\\S+) \\| .*\\| .+ \\|$");

  private static String listed;

  @BeforeAll
  static void read() throws IOException {
    listed = Files.readString(LICENSES.resolve("THIRD-PARTY.md"));
  }

  @Test
  void should_name_every_library_of_the_jar_with_its_version() throws IOException {
    String resolved = Files.readString(Path.of("target/dependencies.txt"));

    Set<String> libraries =
        RESOLVED
            .matcher(resolved)
            .results()
            .map(ThirdPartyTest::library)
            .filter(library -> !library.startsWith("dev.nabla:"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(libraries).contains("org.zeromq:jeromq 0.6.0").hasSizeGreaterThan(40);
    assertThat(ROW.matcher(listed).results().map(ThirdPartyTest::library))
        .containsExactlyElementsOf(libraries);
  }

  @Test
  void should_give_the_text_of_every_licence_it_names() throws IOException {
    Set<String> named =
        ROW.matcher(listed)
            .results()
            .flatMap(row -> Stream.of(row.group(3).split(", ")))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> explained =
        TEXT.matcher(listed.substring(listed.indexOf("| licence | text |")))
            .results()
            .map(row -> row.group(1))
            .filter(word -> !word.equals("licence"))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> files =
        Pattern.compile("\\]\\(([^)]+)\\)")
            .matcher(listed)
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(explained).isEqualTo(named);
    assertThat(files).contains("MPL-2.0.txt", "../LICENSE");
    for (String file : files) {
      assertThat(LICENSES.resolve(file)).isNotEmptyFile();
    }
  }

  private static String library(MatchResult row) {
    return row.group(1) + " " + row.group(2);
  }
}
