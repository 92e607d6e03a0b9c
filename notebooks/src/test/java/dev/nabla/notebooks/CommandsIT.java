package dev.nabla.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.run.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a new exercise to the mistakes of a class, by all commands, as a program runs them. */
class CommandsIT {
  @TempDir Path folder;

  private JsonObject done(Object... arguments) throws Exception {
    Tool ran = Tool.nabla(folder, arguments);
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonObject document = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertThat(document.get("ok").getAsBoolean()).isTrue();
    progress = ran.err();
    return document;
  }

  private String progress;

  private void failed(String words, Object... arguments) throws Exception {
    Tool ran = Tool.nabla(folder, arguments);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEqualTo(words + "\n");
    JsonObject document = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertThat(document.get("ok").getAsBoolean()).isFalse();
  }

  @Test
  void should_lead_from_a_new_exercise_to_the_mistakes_of_a_class() throws Exception {
    assertThat(done("new", "--json", "relu").get("file").getAsString()).isEqualTo("relu.ipynb");
    done("run", "--json", "relu.ipynb");
    assertThat(progress).startsWith("relu.ipynb\n").contains("  4 cells, ");
    done("lint", "--json", "relu.ipynb");
    assertThat(progress).contains("  running the student version\n", "no errors, no warnings");
    done("solve", "--json", "-q", "relu.ipynb", "-o", "solved");
    assertThat(progress).isEmpty();
    done("release", "--json", "relu.ipynb", "-o", "released");
    assertThat(progress).isEqualTo("relu.ipynb -> released/relu.ipynb, 2 points\n");
    Files.createDirectories(folder.resolve("submitted"));
    String released = Files.readString(folder.resolve("released/relu.ipynb"));
    Files.writeString(
        folder.resolve("submitted/ada.ipynb"),
        released.replace("var dW1 = \\\"\\\";", "var dW1 = \\\"4 -2 8; 6 -7 12\\\";"));
    JsonObject graded =
        done(
            "grade",
            "--json",
            "submitted",
            "--source",
            "relu.ipynb",
            "-o",
            "graded",
            "--no-sandbox");
    assertThat(graded.get("graded").getAsInt()).isEqualTo(1);
    assertThat(progress).startsWith("[1/1] ada: 0 of 2\n");
    assertThat(done("stats", "--json", "graded").getAsJsonArray("questions").get(0).toString())
        .contains("\"transposed\":1");
    Files.writeString(folder.resolve("class.csv"), "ada\n");
    Files.writeString(
        folder.resolve("own.jsh"),
        """
        var variant = 1;
        var X = numbers(variant).matrix(2, 2, 3);
        exercise("1").asks("sum", X.elementSum());
        // %%
        var sum = X.elementSum();   // ANSWER 1-sum points=1
        check("1 sum", sum)
        """);
    done("generate", "--json", "own.jsh", "--students", "class.csv", "-o", "own");
    assertThat(progress).startsWith("ada: variant ");
  }

  @Test
  void should_say_to_programs_and_to_people_what_failed() throws Exception {
    String none = "none.ipynb: there is no such file.";
    failed(none, "run", "--json", "-q", "none.ipynb");
    failed(none, "lint", "--json", "-q", "none.ipynb");
    failed(none, "solve", "--json", "none.ipynb", "-o", "out");
    failed(none, "release", "--json", "none.ipynb", "-o", "out");
    failed(none, "generate", "--json", "none.ipynb", "--students", "s.csv", "-o", "out");
    failed(none, "grade", "--json", "none", "--source", "none.ipynb", "-o", "out", "--no-sandbox");
    failed("none: there are no results in it. Grade first, with -o.", "stats", "--json", "none");
    Files.createFile(folder.resolve("old.ipynb"));
    failed("old.ipynb is there already. Choose another name.", "new", "--json", "old");
  }
}
