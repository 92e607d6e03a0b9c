package dev.nabla.notebooks.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The folder that makes a kernel known to Jupyter, {@code .../kernels/nabla}: {@code kernel.json},
 * the jar, the logos and the start-up archive. It appears and goes as a whole.
 */
record KernelFolder(Path path) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png");

  private static final String MADE = "folders_made";

  boolean exists() {
    return Files.exists(path);
  }

  /** Whether it is Nabla's own, so that it may be replaced or removed. */
  boolean isOurs() {
    return Files.exists(jar()) && Files.exists(path.resolve("kernel.json"));
  }

  /** The jar that Jupyter starts. */
  Path jar() {
    return path.resolve(Launch.JAR);
  }

  /** The version that is installed, such as {@code 0.1.0}. */
  String version() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }

  /** The folders that its installer made, the deepest first, and that go with it when empty. */
  List<Path> made() throws IOException {
    JsonElement folders = spec().getAsJsonObject("metadata").get(MADE);
    return folders == null
        ? List.of()
        : Stream.of(GSON.fromJson(folders, String[].class)).map(Path::of).toList();
  }

  /** Whether the start-up archive that its command names is there. */
  boolean hasArchive() throws IOException {
    return command(Path.of("")).stream()
        .filter(word -> word.startsWith("-XX:") && word.contains("=" + path))
        .anyMatch(word -> Files.exists(Path.of(word.substring(word.indexOf('=') + 1))));
  }

  /**
   * Installs this very jar, replacing an earlier installation.
   *
   * @param bin the folder of its command, which may have to be made too
   */
  void write(Launch launch, Path bin) throws IOException {
    if (exists() && !isOurs()) {
      throw new NablaException(
          path + " is not Nabla's (no nabla.jar in it). Choose another name with --name.");
    }
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      if (Files.isRegularFile(above)) {
        throw new NablaException(
            above + " is a file, not a folder. Choose another folder with --prefix.");
      }
    }
    Path jar = runningJar();
    List<Path> above = missing(path.getParent());
    Set<Path> made = new TreeSet<>(Comparator.reverseOrder());
    made.addAll(exists() ? made() : List.of());
    made.addAll(above);
    made.addAll(missing(bin));
    Files.createDirectories(path.getParent());
    Path staging = sibling();
    try {
      Files.createDirectory(staging);
      Files.copy(jar, staging.resolve(Launch.JAR));
      for (String logo : LOGOS) {
        try (InputStream image = KernelFolder.class.getResourceAsStream(logo)) {
          Files.copy(image, staging.resolve(logo));
        }
      }
      Files.writeString(staging.resolve("kernel.json"), GSON.toJson(json(launch, made)) + "\n");
      remove();
      Files.move(staging, path);
    } catch (IOException e) {
      delete(staging);
      prune(above);
      throw e;
    }
  }

  /** Takes all away that the installer put there, but for the command. */
  void uninstall() throws IOException {
    List<Path> made = made();
    remove();
    prune(made);
  }

  /** Takes away those of the given folders that are empty. */
  private static void prune(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        // Somebody else has come to use it.
      }
    }
  }

  /** Removes the folder; by one rename, so that Jupyter never sees a part of it. */
  void remove() throws IOException {
    if (exists()) {
      Path old = sibling();
      Files.move(path, old);
      delete(old);
    }
  }

  /** The command of {@code kernel.json}. */
  List<String> command(Path connectionFile) throws IOException {
    JsonArray argv = spec().getAsJsonArray("argv");
    return Stream.of(GSON.fromJson(argv, String[].class))
        .map(word -> word.replace("{connection_file}", connectionFile.toString()))
        .toList();
  }

  private JsonObject spec() throws IOException {
    return JsonParser.parseString(Files.readString(path.resolve("kernel.json"))).getAsJsonObject();
  }

  private JsonObject json(Launch launch, Set<Path> made) {
    JsonObject json = new JsonObject();
    json.add("argv", GSON.toJsonTree(launch.kernel(path, "{connection_file}")));
    json.addProperty("display_name", "Java (Nabla)");
    json.addProperty("language", "java");
    json.addProperty("interrupt_mode", "message");
    if (System.getProperty("os.name").equals("Linux")) {
      // There Java reads the names of files by the locale, and a container's knows ASCII only.
      JsonObject environment = new JsonObject();
      environment.addProperty("LC_ALL", "C.UTF-8");
      json.add("env", environment);
    }
    JsonObject metadata = new JsonObject();
    metadata.addProperty("debugger", false);
    metadata.addProperty("jdk", launch.jdk().version());
    metadata.add(MADE, GSON.toJsonTree(made.stream().map(Path::toString).toList()));
    json.add("metadata", metadata);
    return json;
  }

  /** The given folder and those above it that are not there yet. */
  private static List<Path> missing(Path folder) {
    return Stream.iterate(folder, above -> above != null && !Files.exists(above), Path::getParent)
        .toList();
  }

  /** The jar whose code this is. */
  static Path runningJar() throws IOException {
    try {
      Path code =
          Path.of(KernelFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(code)) {
        return code;
      }
      throw new NablaException(
          code + " is not a jar. Build first, then say: java -jar nabla.jar install");
    } catch (URISyntaxException e) {
      throw new IOException("the place of nabla.jar: " + e.getMessage(), e);
    }
  }

  /**
   * A new name on the same disk, outside of {@code kernels/}: Jupyter lists all folders in there.
   */
  private Path sibling() {
    return path.getParent().resolveSibling(".nabla-" + UUID.randomUUID());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
