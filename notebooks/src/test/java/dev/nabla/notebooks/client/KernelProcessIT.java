package dev.nabla.notebooks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelProcessIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Path> connections = new ArrayList<>();

  private List<String> kernel(Path connectionFile) {
    return Tool.command("kernel", connectionFile);
  }

  @Test
  void should_start_once_more_on_other_ports() throws IOException {
    List<Integer> ports = new ArrayList<>();
    KernelProcess.Command second =
        file -> {
          ports.add(new ConnectionFile(file).read().shell());
          return ports.size() == 1 ? List.of("sh", "-c", "exit 3") : kernel(file);
        };

    try (KernelProcess kernel = KernelProcess.start(second, PATIENCE)) {
      assertThat(kernel.client().execute("1 + 1").text()).isEqualTo("2\n");
    }
    assertThat(ports).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void should_give_up_on_one_that_does_not_answer_and_leave_nothing_behind() {
    KernelProcess.Command silent =
        file -> {
          connections.add(file);
          return List.of("sleep", "30");
        };

    assertThatThrownBy(() -> KernelProcess.start(silent, Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("the kernel gave no answer within 1 s");
    assertThat(connections).hasSize(2);
    assertThat(Stream.of(0, 1).map(i -> connections.get(i).getParent())).noneMatch(Files::exists);
  }
}
