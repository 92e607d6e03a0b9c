package dev.nabla.notebooks.tool;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What every command for notebooks says and how: progress for people, or with {@code --json} one
 * JSON document for programs, with the progress on the error channel.
 */
public final class Console {
  @Option(names = "--json", description = "Print the result as JSON; progress goes to stderr.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no progress.")
  private boolean quiet;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Says how it goes on. */
  public synchronized void progress(String line) {
    if (!quiet) {
      PrintWriter out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }

  /** Says what was asked for, which is no progress: a quiet command says what it is about. */
  public synchronized void found(String about, String line) {
    if (!quiet) {
      progress("  " + line);
    } else if (!json) {
      spec.commandLine().getOut().println(about + ": " + line);
    }
  }

  /** Says what went wrong, which even a quiet command does. */
  public synchronized void problem(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /** Prints what a script has shown, which even a quiet command does. */
  public synchronized void shown(String text) {
    PrintWriter out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  /** The result: words for people, or the document. */
  public synchronized void result(String words, JsonElement document) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new GsonBuilder()
              .setPrettyPrinting()
              .disableHtmlEscaping()
              .serializeNulls()
              .create()
              .toJson(document));
    } else if (!words.isEmpty()) {
      out.println(words);
    }
    out.flush();
  }

  /** One sentence about a failure with a file. */
  public static String sentence(Exception failure) {
    if (failure instanceof NablaException) {
      return failure.getMessage();
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file.";
    }
    if (failure instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile() + ".";
    }
    if (failure instanceof FileSystemException file) {
      String reason = file.getReason() == null ? "it cannot be written" : file.getReason();
      return file.getFile() + ": " + reason + ".";
    }
    if (failure instanceof IOException) {
      return failure.getMessage() + ".";
    }
    return "unexpected: " + failure + ". Please report this.";
  }
}
