package dev.nabla.notebooks.install;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nabla install}: makes the kernel known to Jupyter. */
@Command(
    name = "install",
    description = "Make the kernel known to Jupyter. Run again, it replaces what it installed.")
public final class Install implements Callable<Integer> {
  @Mixin private Place place;

  @Option(
      names = "--jdk",
      paramLabel = "DIR",
      description = "The JDK that runs the kernel; default: the one that runs this command.")
  private Path jdk;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    KernelFolder folder = new KernelFolder(place.kernel());
    Launch launch = new Launch(jdk == null ? Jdk.running() : Jdk.at(jdk));
    CommandFile command = place.command();
    folder.write(launch, command.path().getParent());
    out.println("Runs on Java " + launch.jdk().version() + " from " + launch.jdk().home());
    out.println("Installed in " + folder.path());
    try {
      StartupArchive.make(folder, launch);
      out.println("Start-up archive made");
    } catch (IOException e) {
      out.println("No start-up archive, so the kernel starts slower: " + e.getMessage());
    }
    try {
      command.write(folder, launch.jdk());
      out.println("Command " + command.path() + advice(command));
    } catch (NablaException e) {
      out.println("No command nabla: " + e.getMessage());
    } catch (IOException e) {
      out.println("No command nabla: " + command.path().getParent() + " cannot be written");
    }
    out.flush();
    return 0;
  }

  private static String advice(CommandFile command) {
    Optional<Path> found = command.foundByName();
    if (found.isPresent()) {
      return found.get().equals(command.path()) ? "" : ", but " + found.get() + " comes first";
    }
    return "; not on the PATH yet: " + command.putOnPath();
  }
}
