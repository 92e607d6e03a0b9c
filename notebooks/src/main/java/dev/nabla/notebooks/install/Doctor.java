package dev.nabla.notebooks.install;

import static java.util.stream.Collectors.joining;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.client.Answer;
import dev.nabla.notebooks.client.KernelProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
    say("ok", "the kernel is in " + folder.path());
    List<String> command = folder.command(Path.of("connection.json"));
    if (jdk(Path.of(command.get(0))) && archive(folder)) {
      answer(folder);
    }
    jupyter(folder);
    return healthy ? 0 : 1;
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
    if (!list.succeeded()) {
      say("note", "there is no working jupyter on the PATH to ask whether it finds the kernel");
    } else if (list.output().contains(folder.path().toString())) {
      say("ok", "Jupyter finds it");
    } else {
      wrong(
          "Jupyter does not look in " + folder.path().getParent(),
          "export JUPYTER_PATH=" + quoted(folder.path().getParent().getParent().toString()));
    }
  }

  /** The command that installs in the place that was looked at. */
  private String again() {
    List<String> options = spec.commandLine().getParseResult().originalArgs();
    return "java -jar nabla.jar install"
        + options.stream().skip(1).map(option -> " " + quoted(option)).collect(joining());
  }

  /** As one word for a shell. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
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
