package dev.nabla.notebooks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jupyter's own suite for kernels: Debian's package {@code python3-jupyter-kernel-test}. */
class JupyterKernelTestIT {
  @TempDir Path folder;

  @Test
  void should_pass_the_whole_suite_with_every_sample() throws Exception {
    String python = python();
    assumeTrue(
        python != null || System.getenv("CI") != null,
        "there is no jupyter_kernel_test; type: apt-get install python3-jupyter-kernel-test");
    assertThat(python).as("a python3 with jupyter_kernel_test").isNotNull();
    makeKernelKnown();
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(python, "-B", System.getProperty("suite"), "-v")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JUPYTER_PATH", folder.toString());
    builder.environment().put("NABLA_HISTORY", folder.resolve("history").toString());

    Process process = builder.start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }

    String result = Files.readString(log);
    assertThat(process.exitValue()).as(result).isZero();
    assertThat(result).doesNotContain("skipped").contains("test_history").endsWith("OK\n");
  }

  private void makeKernelKnown() throws IOException {
    JsonArray argv = new JsonArray();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List.of(
            "-XX:+UseSerialGC",
            "-jar",
            System.getProperty("nabla.jar"),
            "kernel",
            "{connection_file}")
        .forEach(argv::add);
    JsonObject kernel = new JsonObject();
    kernel.add("argv", argv);
    kernel.addProperty("display_name", "Java (Nabla)");
    kernel.addProperty("language", "java");
    kernel.addProperty("interrupt_mode", "message");
    Path spec = Files.createDirectories(folder.resolve("kernels/nabla"));
    Files.writeString(spec.resolve("kernel.json"), kernel.toString());
  }

  /** Another Python may come first on the PATH and lack the package. */
  private String python() throws InterruptedException {
    for (String each : List.of("python3", "/usr/bin/python3")) {
      try {
        Process probe =
            new ProcessBuilder(each, "-c", "import jupyter_kernel_test")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("probe").toFile())
                .start();
        if (probe.waitFor() == 0) {
          return each;
        }
      } catch (IOException e) {
        // Not there: try the next.
      }
    }
    return null;
  }
}
