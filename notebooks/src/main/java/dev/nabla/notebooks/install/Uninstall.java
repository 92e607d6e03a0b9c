package dev.nabla.notebooks.install;

import dev.nabla.kernel.session.Session;
import dev.nabla.message.NablaException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nabla uninstall}: takes the kernel away again. */
@Command(name = "uninstall", description = "Take the kernel away again. Notebooks stay.")
public final class Uninstall implements Callable<Integer> {
  @Mixin private Place place;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    KernelFolder folder = new KernelFolder(place.kernel());
    if (!folder.exists()) {
      out.println("Nothing to remove: there is no " + folder.path());
    } else if (!folder.isOurs()) {
      throw new NablaException(
          folder.path() + " is not Nabla's (no nabla.jar in it), so it stays.");
    } else {
      CommandFile command = place.command();
      boolean commandToo = command.runs(folder);
      if (commandToo) {
        Files.delete(command.path());
      }
      folder.uninstall();
      out.println("Removed " + folder.path());
      if (commandToo) {
        out.println("Removed " + command.path());
      }
      Session.historyFile()
          .filter(Files::exists)
          .ifPresent(file -> out.println("The history of your cells stays: " + file));
    }
    return 0;
  }
}
