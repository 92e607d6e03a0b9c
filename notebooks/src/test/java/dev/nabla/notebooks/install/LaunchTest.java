package dev.nabla.notebooks.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {
  private static final Path JDK = Path.of("/jdk");
  private static final Path FOLDER = Path.of("/my kernels/nabla");

  @Test
  @EnabledOnOs(OS.LINUX)
  void should_start_with_class_data_and_utf_8_on_17() {
    assertThat(new Launch(new Jdk(JDK, "17.0.15")).kernel(FOLDER, "{connection_file}"))
        .containsExactly(
            "/jdk/bin/java",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:+UseSerialGC",
            "-XX:NewSize=16m",
            "-Xms48m",
            "-XX:Tier3InvocationThreshold=600",
            "-XX:Tier3MinInvocationThreshold=300",
            "-XX:Tier3CompileThreshold=6000",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:CompilerThreadPriority=5",
            "-XX:-PrintWarnings",
            "-XX:SharedArchiveFile=/my kernels/nabla/nabla.jsa",
            "-Dfile.encoding=UTF-8",
            "-jar",
            "/my kernels/nabla/nabla.jar",
            "kernel",
            "{connection_file}");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void should_start_with_an_ahead_of_time_cache_on_25() {
    assertThat(new Launch(new Jdk(JDK, "25.0.3")).kernel(FOLDER, "{connection_file}"))
        .containsExactly(
            "/jdk/bin/java",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:+UseSerialGC",
            "-XX:NewSize=16m",
            "-Xms48m",
            "-XX:Tier3InvocationThreshold=600",
            "-XX:Tier3MinInvocationThreshold=300",
            "-XX:Tier3CompileThreshold=6000",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-XX:-AOTRecordTraining",
            "-XX:-AOTReplayTraining",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:CompilerThreadPriority=5",
            "-XX:-PrintWarnings",
            "-XX:AOTCache=/my kernels/nabla/nabla.aot",
            "-jar",
            "/my kernels/nabla/nabla.jar",
            "kernel",
            "{connection_file}");
  }

  @ParameterizedTest
  @CsvSource({
    "17, -XX:ArchiveClassesAtExit=",
    "21.0.2, -XX:ArchiveClassesAtExit=",
    "24, -XX:ArchiveClassesAtExit=",
    "25, -XX:AOTCacheOutput=",
    "26-ea, -XX:AOTCacheOutput="
  })
  void should_train_the_same_machine_that_will_run(String version, String flag) {
    Launch launch = new Launch(new Jdk(JDK, version));
    Path archive = Path.of("/my kernels/new");

    var training = launch.training(archive, FOLDER);
    var kernel = launch.kernel(FOLDER, "file");

    assertThat(training).contains(flag + archive).endsWith("lesson");
    assertThat(training.stream().filter(word -> !word.contains("=")).toList())
        .startsWith(
            kernel.stream()
                .filter(word -> !word.contains("=") && !word.equals("kernel"))
                .filter(word -> !word.equals("file"))
                .toArray(String[]::new));
  }
}
