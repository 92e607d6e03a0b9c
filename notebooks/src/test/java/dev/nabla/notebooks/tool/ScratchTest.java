package dev.nabla.notebooks.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path all;

  @Test
  void should_sweep_what_a_killed_run_has_left_and_nothing_else() throws Exception {
    Path left = Files.createDirectory(all.resolve("nabla-grade-dead"));
    Files.createFile(left.resolve("lock"));
    Files.writeString(left.resolve("worker"), "an archive");
    Path foreign = Files.createDirectory(all.resolve("nabla-grade-without-lock"));
    try (Scratch other = Scratch.open(all, "grade")) {
      Files.writeString(other.file("worker"), "an archive");

      Scratch mine = Scratch.open(all, "grade");

      assertThat(left).doesNotExist();
      assertThat(foreign).exists();
      assertThat(other.file("worker")).exists();
      mine.close();
      assertThat(mine.folder()).doesNotExist();
    }
    assertThat(all).isDirectoryContaining(each -> each.equals(foreign));
    assertThat(Files.list(all).count()).isEqualTo(1);
  }
}
