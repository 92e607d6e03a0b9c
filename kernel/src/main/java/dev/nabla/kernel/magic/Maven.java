package dev.nabla.kernel.magic;

import dev.nabla.kernel.magic.Resolution.Library;
import dev.nabla.kernel.magic.Resolution.Wanted;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.message.NablaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Adds libraries from Maven repositories, with all that they need. */
final class Maven implements Magic {
  /** A library of this group is part of Nabla, and cells see that one. */
  private static final String OURS = "org.ejml:";

  private final Libraries libraries;

  Maven(Libraries libraries) {
    this.libraries = libraries;
  }

  @Override
  public String name() {
    return "maven";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Adds libraries from Maven repositories, with all that they need.",
            "%maven [--offline] [--repo URL] GROUP:ARTIFACT:VERSION ...",
            "%maven [--offline] [--repo URL] POM_FILE")
        .option("--offline", "", "takes what was downloaded before, and nothing else")
        .option("--repo", "URL", "looks there first; a folder will do")
        .details(
            "Your Maven settings hold: repositories, mirrors, proxies, passwords and the local"
                + " repository. Of a POM file the dependencies come that it needs to run. An"
                + " artifact that is no plain jar is GROUP:ARTIFACT:TYPE:CLASSIFIER:VERSION. EJML"
                + " is part of Nabla and stays as it is. An interrupt ends a download; of a repository that does not answer"
                + " it gives up after half a minute.")
        .example("%maven org.knowm.xchart:xchart:4.0.3");
  }

  @Override
  public Outcome run(Invocation invocation) throws Exception {
    if (invocation.operands().isEmpty()) {
      throw invocation.bad("write which library, such as " + manual().example());
    }
    List<String> coordinates = new ArrayList<>();
    List<Path> poms = new ArrayList<>();
    for (Word word : invocation.operands()) {
      if (word.text().endsWith(".xml")) {
        poms.add(pom(invocation, word));
      } else {
        coordinates.add(coordinate(invocation, word));
      }
    }
    Word repository = invocation.value("--repo");
    Downloads downloads = new Downloads();
    Wanted wanted =
        new Wanted(
            coordinates,
            poms,
            repository == null ? null : repository(invocation, repository),
            invocation.has("--offline"));
    List<Library> found = resolve(invocation, wanted, downloads);
    downloads.end();
    add(invocation, found);
    return new Outcome.Nothing();
  }

  private static Path pom(Invocation invocation, Word word) {
    Path path = FileNames.path(invocation, word);
    if (!Files.isRegularFile(path)) {
      throw invocation.bad(word, FileNames.missing(path));
    }
    return path.toAbsolutePath().normalize();
  }

  private static String coordinate(Invocation invocation, Word word) {
    String text = word.text();
    if (text.matches("[^:\\s/]+:[^:\\s/]+")) {
      throw invocation.bad(word, text + " lacks a version. Write " + text + ":VERSION.");
    }
    if (!text.matches("[^:\\s/]+(:[^:\\s/]+){2}(:[^:\\s/]*:[^:\\s/]+|:[^:\\s/]+)?")) {
      throw invocation.bad(
          word, text + " is not GROUP:ARTIFACT:VERSION, and no POM file, which ends in .xml.");
    }
    return text;
  }

  private static String repository(Invocation invocation, Word word) {
    if (word.text().matches("(https?|file):.+")) {
      return word.text();
    }
    Path path = FileNames.path(invocation, word);
    if (!Files.isDirectory(path)) {
      throw invocation.bad(word, word.text() + " is neither a URL nor a folder.");
    }
    return path.toAbsolutePath().normalize().toUri().toString();
  }

  /**
   * Resolves on a thread of its own: what waits for a network does not always listen to an
   * interrupt, so that an interrupted cell leaves it behind.
   */
  private static List<Library> resolve(Invocation invocation, Wanted wanted, Downloads downloads)
      throws Exception {
    FutureTask<List<Library>> task = new FutureTask<>(() -> Resolution.resolve(wanted, downloads));
    Thread thread = new Thread(task, "maven");
    thread.setDaemon(true);
    thread.start();
    try {
      return invocation.cell().waiting(task::get);
    } catch (InterruptedException e) {
      downloads.cancel();
      task.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NablaException told) {
        throw invocation.bad(told.getMessage());
      }
      throw e.getCause() instanceof Exception known ? known : e;
    }
  }

  private void add(Invocation invocation, List<Library> found) {
    List<Path> jars = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Library each : found) {
      String earlier = libraries.version(each.name());
      if (each.name().startsWith(OURS)) {
        invocation.cell().note(each.name() + " is left out: EJML is part of Nabla.");
      } else if (earlier == null) {
        libraries.version(each.name(), each.version());
        jars.add(each.jar());
        names.add(each.name().replaceFirst(".*:", "") + " " + each.version());
      } else if (!earlier.equals(each.version())) {
        invocation
            .cell()
            .note(
                each.name()
                    + " "
                    + earlier
                    + " is there already and stays. For "
                    + each.version()
                    + " restart the kernel.");
      }
    }
    libraries.add(jars, invocation.cell());
    invocation
        .cell()
        .note(
            names.isEmpty() ? "Nothing new was added." : "Added " + String.join(", ", names) + ".");
  }

  @Override
  public List<String> complete(String word, Shell shell) {
    return FileNames.complete(word, name -> name.endsWith(".xml"));
  }
}
