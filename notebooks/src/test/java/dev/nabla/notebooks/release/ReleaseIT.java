package dev.nabla.notebooks.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command around {@link StudentVersion}: files, words, exit codes. */
class ReleaseIT {
  @TempDir Path folder;

  private Path source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    NotebookFile.write(
        file,
        Notebook.of(
            List.of(
                Cell.markdown("text", text),
                Cell.code("a", "var a = 1;   // ANSWER 1-a points=1.5\ncheck(\"1 a\", a)"))));
    return file;
  }

  @Test
  void should_go_on_after_a_file_that_is_none_and_never_touch_the_source() throws Exception {
    Path good = source("Übung 1.ipynb", "x");
    String before = Files.readString(good);
    Path cut = Files.writeString(folder.resolve("a.ipynb"), "{\"nbformat\": 4");

    Tool release = Tool.nabla(folder, "release", "--json", cut, good, "-o", "aus gabe");
    Tool onto = Tool.nabla(folder, "release", good, "-o", folder);

    assertThat(release.status()).isEqualTo(1);
    assertThat(
            JsonParser.parseString(release.out()).getAsJsonObject().getAsJsonArray("files").get(1))
        .hasToString(
            "{\"file\":\"%s\",\"ok\":true,\"released\":\"aus gabe/Übung 1.ipynb\",\"points\":1.5}"
                .formatted(good));
    assertThat(release.err())
        .contains("a.ipynb: the notebook is cut off: its JSON ends too early.")
        .contains("Übung 1.ipynb, 1.5 points");
    assertThat(onto.status()).isEqualTo(1);
    assertThat(onto.err())
        .isEqualTo(good + ": this would overwrite the source. Choose another folder with -o.\n");
    assertThat(good).content().isEqualTo(before);
    assertThat(Tool.nabla(folder, "release", good).status()).isEqualTo(2);
  }

  /** A limit on the length of files stands for a disk that is full: the write breaks off. */
  @Test
  void should_say_that_a_file_cannot_be_written_and_leave_no_half_of_it() throws Exception {
    source("large.ipynb", "x".repeat(100_000));
    source("small.ipynb", "x");

    Tool release =
        Tool.run(
            folder,
            List.of(
                "bash",
                "-c",
                "ulimit -f 20; '%s/bin/java' -XX:-UsePerfData -jar '%s' release large.ipynb small.ipynb -o out"
                    .formatted(System.getProperty("java.home"), System.getProperty("nabla.jar"))));

    assertThat(release.status()).isEqualTo(1);
    assertThat(release.err()).isEqualTo("large.ipynb: out/large.ipynb: File too large.\n");
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("small.ipynb");
    }
  }
}
