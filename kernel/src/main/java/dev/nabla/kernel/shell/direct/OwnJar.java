package dev.nabla.kernel.shell.direct;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The jar that we run from, as javac reads it. The JVM has it open; javac would open it once more
 * as a file system, which takes a sixth of the time to the first result.
 */
final class OwnJar extends ForwardingJavaFileManager<JavaFileManager> {
  private static final String NOT_FOR_CELLS = "dev/nabla/shaded/";

  private final ZipFile jar;
  private Map<String, List<JavaFileObject>> byPackage;

  private OwnJar(StandardJavaFileManager others, File jar) throws IOException {
    super(others);
    this.jar = new ZipFile(jar);
  }

  /** The same files; where the class path is one jar, its classes come from here. */
  static JavaFileManager in(StandardJavaFileManager files) {
    List<File> path = new ArrayList<>();
    files.getLocation(StandardLocation.CLASS_PATH).forEach(path::add);
    if (path.size() != 1 || !path.get(0).isFile()) {
      return files;
    }
    try {
      files.setLocation(StandardLocation.CLASS_PATH, List.of());
      return new OwnJar(files, path.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Entry extends SimpleJavaFileObject {
    private final ZipEntry entry;

    Entry(ZipEntry entry) {
      super(URI.create("jar:///" + entry.getName().replace("$", "%24")), Kind.CLASS);
      this.entry = entry;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return jar.getInputStream(entry);
    }

    String binaryName() {
      String name = entry.getName();
      return name.substring(0, name.length() - Kind.CLASS.extension.length()).replace('/', '.');
    }
  }

  private Map<String, List<JavaFileObject>> byPackage() {
    if (byPackage == null) {
      byPackage = new HashMap<>();
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith(NOT_FOR_CELLS)) {
          String home = name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
          byPackage.computeIfAbsent(home, each -> new ArrayList<>()).add(new Entry(entry));
        }
      }
    }
    return byPackage;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    Iterable<JavaFileObject> others = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
      return others;
    }
    List<JavaFileObject> all = new ArrayList<>(byPackage().getOrDefault(packageName, List.of()));
    others.forEach(all::add);
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Entry own ? own.binaryName() : super.inferBinaryName(location, file);
  }
}
