package dev.nabla.notebooks.tool;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of commands that run cells: how long one may take. */
public final class CellLimit {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private int seconds;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Stop a cell after this time (default: ${DEFAULT-VALUE}).")
  private void set(int seconds) {
    if (seconds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--timeout " + seconds + ": a cell needs at least 1 second.");
    }
    this.seconds = seconds;
  }

  public Duration duration() {
    return Duration.ofSeconds(seconds);
  }
}
