package dev.nabla.notebooks.install;

import static java.util.stream.Collectors.joining;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.client.Answer;
import dev.nabla.notebooks.client.KernelProcess;
import dev.nabla.notebooks.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code nabla doctor}: looks at an installation link by link, and says how to mend what is broken.
 */
@Command(
    name = "doctor",
    description = "Look whether the kernel works, and say how to mend what does not.")
public final class Doctor implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private Place place;

  @Spec private CommandSpec spec;

  private boolean healthy = true;

  @Override
  public Integer call() throws Exception {
    KernelFolder folder = new KernelFolder(place.kernel());
    if (!folder.isOurs()) {
      wrong("there is no kernel in " + folder.path(), again());
      return 1;
    }
    say("ok", "Nabla " + folder.version() + " is in " + folder.path());
    List<String> command = folder.command(Path.of("connection.json"));
    if (jdk(Path.of(command.get(0))) && archive(folder)) {
      answer(folder);
    }
    jupyter(folder);
    others(folder);
    command(folder);
    sandbox();
    return healthy ? 0 : 1;
  }

  private void others(KernelFolder folder) throws IOException, InterruptedException {
    String ours = Doctor.class.getPackage().getImplementationVersion();
    if (ours != null && !ours.equals(folder.version())) {
      say("note", "this command is of Nabla " + ours + "; to install that: " + again());
    }
    for (Path other : place.others()) {
      say("note", "there is one more in " + other);
    }
  }

  private boolean jdk(Path java) throws IOException, InterruptedException {
    try {
      Jdk jdk = Jdk.at(java.getParent().getParent());
      say("ok", "it runs on Java " + jdk.version() + " from " + jdk.home());
      return true;
    } catch (NablaException e) {
      wrong("it is to run on " + java + ", but: " + e.getMessage(), again() + " --jdk DIR");
      return false;
    }
  }

  private boolean archive(KernelFolder folder) throws IOException, InterruptedException {
    if (!folder.hasArchive()) {
      say("note", "it has no start-up archive, so it starts slower; to make one: " + again());
      return true;
    }
    if (StartupArchive.fits(folder)) {
      say("ok", "its start-up archive fits this Java and this jar");
      return true;
    }
    wrong("its start-up archive is damaged, or made for another Java or jar", again());
    return false;
  }

  private void answer(KernelFolder folder) throws InterruptedException {
    long start = System.nanoTime();
    try (KernelProcess kernel = KernelProcess.start(folder::command, PATIENCE)) {
      Answer answer = kernel.client().execute("1 + 1");
      double seconds = (System.nanoTime() - start) / 1e9;
      if (answer.text().strip().equals("2")) {
        say("ok", String.format(Locale.ROOT, "it answers: 1 + 1 is 2, after %.1f s", seconds));
      } else {
        wrong("it answers to 1 + 1: " + answer.text().strip(), again());
      }
      products(kernel);
      kernel.shutdown(PATIENCE);
    } catch (IOException e) {
      wrong("it does not work: " + e.getMessage(), again());
    }
  }

  /** Nobody needs a BLAS, but who trains wide nets may like to hear of it. */
  private void products(KernelProcess kernel) throws IOException, InterruptedException {
    String by = kernel.client().execute("dev.nabla.product.Product.ofLargeMatrices()").text();
    if (by.contains("OpenBLAS")) {
      say("ok", "it multiplies large matrices by OpenBLAS");
    } else {
      say(
          "note",
          "it multiplies large matrices by itself; on Java 22 or later, and with OpenBLAS"
              + " installed (libopenblas), wide nets train about twice as fast");
    }
  }

  private void jupyter(KernelFolder folder) throws IOException, InterruptedException {
    Run list = Run.of("jupyter", "kernelspec", "list");
    String name = folder.path().getFileName().toString();
    Optional<String> found =
        list.output()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith(name + " "))
            .map(line -> line.substring(name.length()).strip())
            .findFirst();
    if (!list.succeeded()) {
      say("note", "there is no working jupyter on the PATH to ask whether it finds the kernel");
    } else if (found.isEmpty()) {
      wrong(
          "Jupyter does not look in " + folder.path().getParent(),
          "export JUPYTER_PATH=" + Run.quoted(folder.path().getParent().getParent().toString()));
    } else if (found.get().equals(folder.path().toString())) {
      say("ok", "Jupyter finds it");
    } else {
      wrong(
          "Jupyter takes the kernel " + name + " from " + found.get(),
          "take that one away, or install this one with another --name");
    }
  }

  private void command(KernelFolder folder) throws IOException, InterruptedException {
    CommandFile command = place.command();
    Optional<Path> found = command.foundByName();
    if (!command.runs(folder)) {
      say("note", "it has no command " + command.path() + "; to make it: " + again());
    } else if (found.isEmpty()) {
      say("note", command.path() + " is not on the PATH yet: " + command.putOnPath());
    } else if (found.get().equals(command.path())) {
      say("ok", "the command nabla is " + command.path());
    } else {
      say("note", "the command nabla is " + found.get() + ", not " + command.path());
    }
  }

  /** Students need none, and nabla grade says itself what to do. */
  private void sandbox() {
    Optional<String> problem = Sandbox.problem();
    if (problem.isEmpty()) {
      say("ok", "nabla grade has its sandbox");
    } else {
      say("note", "nabla grade, should you need it, has no sandbox here: " + problem.get());
    }
  }

  /** The command that installs in the place that was looked at. */
  private String again() {
    List<String> options = spec.commandLine().getParseResult().originalArgs();
    return CommandFile.spoken()
        + " install"
        + options.stream().skip(1).map(option -> " " + Run.quoted(option)).collect(joining());
  }

  private void wrong(String what, String remedy) {
    healthy = false;
    say("wrong", what);
    say("", "to mend it: " + remedy);
  }

  private void say(String kind, String what) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-5s %s%n", kind, what);
    out.flush();
  }
}
