package dev.nabla.notebooks.install;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * Where a kernel goes: the options that {@code install}, {@code uninstall} and {@code doctor}
 * share.
 */
final class Place {
  static final String NAME = "nabla";

  @ArgGroup private Choice choice = new Choice();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = NAME,
      description = "The kernel's name and folder; default: ${DEFAULT-VALUE}.")
  private String name;

  private static final class Choice {
    @Option(
        names = "--user",
        description = "For you alone, in Jupyter's data folder (this is the default).")
    private boolean user;

    @Option(
        names = "--sys-prefix",
        description = "For the active Python environment (venv or conda).")
    private boolean sysPrefix;

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "In DIR/share/jupyter/kernels, such as --prefix /usr/local.")
    private Path prefix;
  }

  /** The folder of this kernel, {@code .../kernels/nabla}, whether it exists or not. */
  Path kernel() throws InterruptedException {
    // Jupyter's own rule for the names of kernels.
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new NablaException(
          "--name \"" + name + "\": a kernel's name has only letters, digits and the signs . _ -");
    }
    return data().resolve("kernels").resolve(name);
  }

  /** Other installations of Nabla in the usual places of kernels, whatever their names. */
  List<Path> others() throws IOException, InterruptedException {
    Set<Path> places = new LinkedHashSet<>();
    places.add(user(System.getenv(), System.getProperty("os.name")));
    activePrefix(System.getenv()).map(Place::share).ifPresent(places::add);
    places.add(Path.of("/usr/local/share/jupyter"));
    places.add(Path.of("/usr/share/jupyter"));
    List<Path> others = new ArrayList<>();
    for (Path jupyter : places) {
      Path kernels = jupyter.resolve("kernels");
      if (Files.isDirectory(kernels)) {
        try (Stream<Path> folders = Files.list(kernels)) {
          folders.filter(folder -> new KernelFolder(folder).isOurs()).sorted().forEach(others::add);
        }
      }
    }
    others.remove(kernel());
    return others;
  }

  /** The {@code nabla} command, in the folder of commands that belongs to the kernel's place. */
  CommandFile command() throws InterruptedException {
    Path bin;
    if (choice.prefix != null) {
      bin = commands(choice.prefix.toAbsolutePath().normalize());
    } else if (choice.sysPrefix) {
      bin = commands(environment(System.getenv()));
    } else {
      bin = home(System.getenv()).resolve(".local").resolve("bin");
    }
    return new CommandFile(bin.resolve(windows() ? NAME + ".cmd" : NAME));
  }

  /** Where environments keep their commands. */
  private static Path commands(Path prefix) {
    return prefix.resolve(windows() ? "Scripts" : "bin");
  }

  private static boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static Path home(Map<String, String> env) {
    return Path.of(said(env, "HOME").orElse(System.getProperty("user.home"))).toAbsolutePath();
  }

  private Path data() throws InterruptedException {
    if (choice.prefix != null) {
      return share(choice.prefix);
    }
    if (choice.sysPrefix) {
      return share(environment(System.getenv()));
    }
    return user(System.getenv(), System.getProperty("os.name"));
  }

  private static Path share(Path prefix) {
    Path given = prefix.toAbsolutePath().normalize();
    for (String end : new String[] {"share", "share/jupyter", "share/jupyter/kernels"}) {
      if (given.endsWith(end)) {
        Path above = given;
        for (int i = 0; i < Path.of(end).getNameCount(); i++) {
          above = above.getParent();
        }
        throw new NablaException(
            "--prefix %s: the kernel would go into %s, where Jupyter does not look. Say --prefix %s."
                .formatted(prefix, given.resolve("share/jupyter/kernels"), above));
      }
    }
    return given.resolve("share").resolve("jupyter");
  }

  /** Jupyter's data folder of one user, by the rules of Jupyter itself. */
  static Path user(Map<String, String> env, String os) {
    Optional<String> chosen = said(env, "JUPYTER_DATA_DIR");
    if (chosen.isPresent()) {
      return Path.of(chosen.get()).toAbsolutePath();
    }
    Path home = home(env);
    if (os.startsWith("Mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (os.startsWith("Windows")) {
      return said(env, "APPDATA")
          .map(folder -> Path.of(folder, "jupyter"))
          .orElse(home.resolve(".jupyter").resolve("data"));
    }
    return said(env, "XDG_DATA_HOME")
        .map(Path::of)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("jupyter");
  }

  private static Path environment(Map<String, String> env) throws InterruptedException {
    Optional<Path> active = activePrefix(env);
    if (active.isPresent()) {
      return active.get();
    }
    Run python = Run.of("python3", "-c", "import sys; print(sys.prefix)");
    if (!python.succeeded()) {
      throw new NablaException(
          "--sys-prefix: no environment is active and there is no python3 to ask."
              + " Activate one, or say --prefix DIR.");
    }
    return Path.of(python.output().strip());
  }

  private static Optional<Path> activePrefix(Map<String, String> env) {
    return Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
        .flatMap(variable -> said(env, variable).stream())
        .map(Path::of)
        .findFirst();
  }

  private static Optional<String> said(Map<String, String> env, String variable) {
    return Optional.ofNullable(env.get(variable)).filter(value -> !value.isEmpty());
  }
}
