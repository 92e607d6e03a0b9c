package dev.nabla.notebooks.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.run.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateIT {
  @TempDir Path folder;

  /** An even number makes the gradient 0, which lint warns of: nobody may get it. */
  @Test
  void should_replace_poor_numbers_and_give_the_same_again() throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("s.jsh"),
            """
            var variant = 1;
            var w = variant % 2;
            var back = net().layer(matrix("2 1; 1 3"), relu).layer(row(w, w)).loss(squaredError.half()).forward(1, 2).backward(9);
            exercise("1", back)
            // %%
            var dW1 = back.dW(1);   // ANSWER 1-dW1 points=2
            check("1 dW1", dW1)
            """);
    Files.writeString(folder.resolve("c.csv"), "ada\nbob\n");
    Files.writeString(folder.resolve("d.csv"), "ada\n");

    Tool first =
        Tool.nabla(folder, "generate", source, "--students", "c.csv", "--seed", 3, "-o", "a");
    Tool again =
        Tool.nabla(folder, "generate", "-q", source, "--students", "d.csv", "--seed", 3, "-o", "b");

    assertThat(first.status()).as(first.err()).isZero();
    // 555944050 is the first number of ada with this seed.
    assertThat(first.out())
        .contains("ada: not variant 555944050, dW1 is all zero: a dead gradient", "bob: variant ");
    assertThat(Files.readString(folder.resolve("a/variants.csv")))
        .startsWith(Files.readString(folder.resolve("b/variants.csv")))
        .containsPattern("^student_id,variant\nada,\\d*[13579]\nbob,\\d*[13579]\n$");
    assertThat(again.out()).isEmpty();
    assertThat(folder.resolve("a/source/bob/s.ipynb")).content().contains("ANSWER");
    assertThat(folder.resolve("a/release/bob/s.ipynb")).content().doesNotContain("ANSWER");
  }

  @Test
  void should_say_what_is_wrong_before_it_begins() throws Exception {
    Path none = Files.writeString(folder.resolve("none.jsh"), "1 + 1");
    Path unmarked =
        Files.writeString(
            folder.resolve("u.jsh"), "var variant = 1;\nvar a = 1;   // ANSWER 1-a\n");
    Files.writeString(folder.resolve("c.csv"), "ada\n");

    assertThat(Tool.nabla(folder, "generate", none, "--students", "c.csv", "-o", "a").err())
        .isEqualTo(
            none
                + ": no line of it says var variant = 1; so there is nothing to vary. Write such a"
                + " line, and take the data from numbers(variant).\n");
    assertThat(Tool.nabla(folder, "generate", unmarked, "--students", "c.csv", "-o", "a").err())
        .isEqualTo(
            unmarked
                + ": cell answer-1-a: 1-a does not say its points. Write points=1 behind it.\n");
    Tool missing =
        Tool.nabla(
            folder, "generate", unmarked.resolveSibling("x.jsh"), "--students", "d.csv", "-o", "a");
    assertThat(missing.err()).endsWith("x.jsh: there is no such file.\n");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(folder.resolve("a")).doesNotExist();
  }
}
