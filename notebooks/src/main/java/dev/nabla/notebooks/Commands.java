package dev.nabla.notebooks;

import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.author.Generate;
import dev.nabla.notebooks.author.New;
import dev.nabla.notebooks.author.Solve;
import dev.nabla.notebooks.grade.Grade;
import dev.nabla.notebooks.grade.Stats;
import dev.nabla.notebooks.install.CommandFile;
import dev.nabla.notebooks.install.Doctor;
import dev.nabla.notebooks.install.Install;
import dev.nabla.notebooks.install.Uninstall;
import dev.nabla.notebooks.lint.Lint;
import dev.nabla.notebooks.release.Release;
import dev.nabla.notebooks.run.Run;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of {@code java -jar nabla.jar}, and how their failures are told. */
@Command(
    name = "nabla",
    description = "A Java kernel for Jupyter with a small language for learning backpropagation.",
    subcommands = {
      Install.class,
      Uninstall.class,
      Doctor.class,
      New.class,
      Run.class,
      Lint.class,
      Solve.class,
      Release.class,
      Generate.class,
      Grade.class,
      Stats.class
    },
    versionProvider = Commands.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Jupyter itself starts: nabla kernel CONNECTION_FILE"})
final class Commands implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Say how it is used.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version of Nabla and of this Java.")
  private boolean version;

  @Spec private CommandSpec spec;

  static int run(String... args) {
    return new CommandLine(new Commands())
        .setParameterExceptionHandler(Commands::notUnderstood)
        .setExecutionExceptionHandler((failure, line, result) -> failed(failure, line))
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "nabla: say which command.");
  }

  private static int notUnderstood(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    line.getErr()
        .println(
            failure.getCause() instanceof InvalidPathException unreadable
                ? sentence(unreadable, line)
                : noSuchCommand(failure).orElse(failure.getMessage()));
    line.getErr()
        .printf("See %s %s--help%n", CommandFile.spoken(), afterName(line.getCommandSpec()));
    return CommandLine.ExitCode.USAGE;
  }

  private static Optional<String> noSuchCommand(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.isUnknownOption()
        || unmatched.getCommandLine().getParent() != null) {
      return Optional.empty();
    }
    List<String> alike = unmatched.getSuggestions();
    return Optional.of(
        "nabla: there is no command "
            + unmatched.getUnmatched().get(0)
            + "."
            + (alike.isEmpty() ? "" : " Did you mean " + alike.get(0) + "?"));
  }

  private static String afterName(CommandSpec command) {
    return command.parent() == null ? "" : command.name() + " ";
  }

  private static int failed(Exception failure, CommandLine line) {
    String sentence = sentence(failure, line);
    line.getErr().println(sentence);
    if (line.getParseResult().hasMatchedOption("--json")) {
      JsonObject document = new JsonObject();
      document.addProperty("ok", false);
      document.addProperty("problem", sentence);
      line.getOut().println(document);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Exception failure, CommandLine line) {
    if (failure instanceof NablaException) {
      return failure.getMessage();
    }
    if (failure instanceof InvalidPathException name) {
      return name.getInput()
          + ": Java cannot read this name in this locale. Say LC_ALL=C.UTF-8 first.";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile()
          + ": permission denied."
          + ifPlaced(" Choose a folder of your own with --prefix.", line);
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file.";
    }
    if (failure instanceof FileSystemException file) {
      String reason = file.getReason() == null ? "cannot be written" : file.getReason();
      return file.getFile()
          + ": "
          + reason
          + "."
          + ifPlaced(" Choose another folder with --prefix.", line);
    }
    if (failure instanceof IOException) {
      return "A file could not be written or read: " + failure.getMessage() + ".";
    }
    return "Unexpected: " + failure + ". Please report this.";
  }

  /** Advice for the commands that have the option it speaks of. */
  private static String ifPlaced(String advice, CommandLine line) {
    return line.getCommandSpec().findOption("--prefix") == null ? "" : advice;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "nabla " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()
      };
    }
  }
}
