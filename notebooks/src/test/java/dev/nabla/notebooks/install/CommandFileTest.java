package dev.nabla.notebooks.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFileTest {
  private static final Jdk GONE = new Jdk(Path.of("/opt/it's gone"), "17");

  @TempDir private Path temp;

  @Test
  void should_say_that_its_java_is_gone() throws Exception {
    CommandFile command = new CommandFile(temp.resolve("nabla"));
    command.write(new KernelFolder(Path.of("/kernel's folder")), GONE);

    Process shell =
        new ProcessBuilder(command.path().toString(), "doctor").redirectErrorStream(true).start();

    assertThat(shell.getInputStream())
        .hasContent(
            "nabla: /opt/it's gone/bin/java is gone."
                + " Run ./install.sh in Nabla's folder again, with the JDK you have now.");
    assertThat(shell.waitFor()).isEqualTo(1);
  }

  @Test
  void should_know_which_kernel_it_runs() throws Exception {
    CommandFile command = new CommandFile(temp.resolve("nabla"));
    KernelFolder mine = new KernelFolder(Path.of("/kernel's folder"));
    assertThat(command.runs(mine)).isFalse();

    command.write(mine, GONE);

    assertThat(command.runs(mine)).isTrue();
    assertThat(command.runs(new KernelFolder(Path.of("/kernel's")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/bin/sh\necho theirs\n", "\u00ff in Latin-1"})
  void should_not_overwrite_the_file_of_somebody_else(String theirs) throws Exception {
    Path taken = temp.resolve("nabla");
    byte[] bytes = theirs.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(taken, bytes);
    CommandFile command = new CommandFile(taken);

    assertThatThrownBy(() -> command.write(new KernelFolder(Path.of("/k")), GONE))
        .isInstanceOf(NablaException.class)
        .hasMessage(taken + " is not Nabla's, so it stays");

    assertThat(taken).hasBinaryContent(bytes);
  }

  @Test
  void should_not_overwrite_a_link_that_leads_nowhere() throws Exception {
    Path taken = Files.createSymbolicLink(temp.resolve("nabla"), temp.resolve("later"));

    assertThatThrownBy(() -> new CommandFile(taken).write(new KernelFolder(Path.of("/k")), GONE))
        .hasMessage(taken + " is not Nabla's, so it stays");

    assertThat(taken).isSymbolicLink();
  }
}
