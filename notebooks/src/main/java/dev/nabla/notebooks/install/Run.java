package dev.nabla.notebooks.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A program that ran to its end.
 *
 * @param status 0 when it succeeded, {@link #NOT_STARTED} when there is no such program
 * @param output what it printed to stdout and stderr
 */
record Run(int status, String output) {
  static final int NOT_STARTED = -1;

  static Run of(String... command) throws InterruptedException {
    return of(List.of(command));
  }

  static Run of(List<String> command) throws InterruptedException {
    return of(command, Map.of());
  }

  /** The same, with more variables in its environment. */
  static Run of(List<String> command, Map<String, String> environment) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      return new Run(NOT_STARTED, e.getMessage());
    }
  }

  /** As one word for a shell. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  boolean succeeded() {
    return status == 0;
  }
}
