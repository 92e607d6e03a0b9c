package dev.nabla.notebooks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of nabla.jar that ran to its end, in a process of its own as a person starts it.
 *
 * @param status 0, 1 or 2
 */
public record Tool(int status, String out, String err) {

  /** Runs {@code nabla ARGUMENTS} in a folder. */
  public static Tool nabla(Path folder, Object... arguments)
      throws IOException, InterruptedException {
    return run(folder, command(arguments));
  }

  /** The command that is {@code nabla ARGUMENTS}. */
  public static List<String> command(Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8"));
    command.addAll(List.of("-jar", System.getProperty("nabla.jar")));
    for (Object each : arguments) {
      command.add(each.toString());
    }
    return command;
  }

  /** Runs any command in a folder. */
  public static Tool run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = java.nio.file.Files.createTempFile("nabla-out-", ".txt");
    Path err = java.nio.file.Files.createTempFile("nabla-err-", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end");
    }
    return new Tool(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    String text = java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
    java.nio.file.Files.delete(file);
    return text;
  }
}
