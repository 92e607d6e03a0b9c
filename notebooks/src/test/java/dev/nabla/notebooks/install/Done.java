package dev.nabla.notebooks.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a command did; with one {@code out} for what it printed and one for what it said wrong. */
record Done(int status, String out, String err) {

  /** Runs the finished jar on this JDK. */
  static Done nabla(Path temp, String... arguments) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("nabla.jar")));
    words.addAll(List.of(arguments));
    return of(temp, words.toArray(String[]::new));
  }

  /** Runs any command. */
  static Done of(Path temp, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(temp, "command", ".out");
    Path err = Files.createTempFile(temp, "command", ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("NABLA_HISTORY", history(temp).toString());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int status = builder.start().waitFor();
    return new Done(status, Files.readString(out), Files.readString(err));
  }

  /** Where the user's cells would be kept; the installer has none. */
  static Path history(Path temp) {
    return temp.resolve("history.jsonl");
  }
}
