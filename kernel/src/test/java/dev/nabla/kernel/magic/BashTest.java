package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BashTest {
  @TempDir private Path folder;
  private Cells cells;

  @BeforeEach
  void open() {
    cells = new Cells();
  }

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void should_run_a_script_without_input() {
    assertThat(
            cells.run(
                "int x = 3;\n%%bash\nfor i in 1 2; do echo \"∂ $i\"; done\ncat\nread line\necho end"))
        .isEqualTo("∂ 1\n∂ 2\nend\n");
  }

  @Test
  void should_say_with_which_status_it_ended() {
    assertThat(cells.run("%%bash\necho before\nexit 3"))
        .isEqualTo(
            """
            before
            Line 1: %%bash: the script ended with status 3.
              1:1 | %%bash
                  | ^^^^^^
            """);
  }

  @Test
  void should_not_wait_for_what_a_script_leaves_running() {
    assertThat(cells.run("%%bash\nsleep 30 &\necho $!")).matches("\\d+\n");
  }

  @Test
  void should_kill_a_script_and_all_that_it_started_when_interrupted() throws Exception {
    Path pids = folder.resolve("pids");
    String script =
        "%%bash\ntrap '' TERM\nsleep 300 &\necho $! >> PIDS\nbash -c 'echo $$ >> PIDS; sleep 300; true'\n";
    CompletableFuture<String> cell =
        CompletableFuture.supplyAsync(() -> cells.run(script.replace("PIDS", pids.toString())));
    while (!Files.exists(pids) || Files.readAllLines(pids).size() < 2) {
      Thread.sleep(20);
    }

    cells.shell.interrupt();

    assertThat(cell.get(20, TimeUnit.SECONDS))
        .isEqualTo("Interrupted in line 1. All variables are kept.\n");
    for (String pid : Files.readAllLines(pids)) {
      ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElse(null);
      while (process != null && process.isAlive()) {
        Thread.sleep(20);
      }
    }
    assertThat(cells.run("1 + 1")).isEqualTo("2\n");
  }
}
