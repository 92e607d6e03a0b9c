package dev.nabla.notebooks.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.run.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples with nothing but the language and EJML. The README beside them is run, too. */
class ExamplesIT {
  private static final Path ROOT = Path.of(System.getProperty("worksheets"), "../..").normalize();
  private static final Path EXAMPLES = ROOT.resolve("examples");

  @TempDir Path folder;

  @Test
  void should_name_every_example() throws IOException {
    String readme = Files.readString(EXAMPLES.resolve("README.md"));
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> "[" + file.getFileName() + "]").toList())
          .hasSizeGreaterThan(3)
          .allSatisfy(name -> assertThat(readme + "[README.md]").contains(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ByHand.java", "Circuit.java"})
  void should_run_as_a_program(String file) throws Exception {
    String printed = run("java", "--class-path", language(), EXAMPLES.resolve(file).toString());

    assertThat(printed).contains("gradient check: worst entry");
    if (file.equals("Circuit.java")) {
      // 4 c (a - b) (w + 2 y + z) at c=2 w=1 x=0 y=1 z=-1, by hand: a = 4, b = 0.
      assertThat(printed).contains("dv/dx = 64.0");
    }
  }

  @Test
  void should_run_as_a_script() throws Exception {
    String script = EXAMPLES.resolve("xor.jsh").toString();
    String printed = run("jshell", "--class-path", language(), "--feedback", "silent", script);

    assertThat(printed)
        .containsSubsequence("train: 1000 epochs", "y  0  1  1  0", "y  0.5  0.5  0.5  0.5")
        .doesNotContain("Error", "Exception");
  }

  @Test
  void should_name_the_version_that_is_built() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version = pom.split("<version>")[1].split("</version>")[0];

    assertThat(EXAMPLES.resolve("Circuit.java"))
        .content()
        .contains("//DEPS dev.nabla:nabla-dsl:" + version + "\n");
    assertThat(EXAMPLES.resolve("README.md")).content().contains("<version>" + version + "<");
    assertThat(ROOT.resolve("dsl/pom.xml")).content().contains("<artifactId>nabla-dsl<");
  }

  private String run(String program, String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", program).toString();
    Tool done = Tool.run(folder, Stream.concat(Stream.of(java), Stream.of(arguments)).toList());
    assertThat(done.status()).as(done.err()).isZero();
    return done.out() + done.err();
  }

  /** What {@code //DEPS} brings: the language and EJML, nothing of the kernel. */
  private static String language() {
    List<String> parts =
        Arrays.stream(System.getProperty("surefire.test.class.path").split(File.pathSeparator))
            .filter(part -> part.matches(".*(dsl.target|nabla-dsl|ejml).*"))
            .filter(part -> !part.contains("test-classes"))
            .toList();
    assertThat(parts).hasSizeBetween(2, 12);
    return parts.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
