package dev.nabla.kernel.shell;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the classes of cells, and of the jars that the user adds. */
final class CellLoader extends URLClassLoader {
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

  CellLoader() {
    this(CellLoader.class.getClassLoader());
  }

  CellLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  /** Makes a class known; it is defined when it is first used. */
  void declare(String name, byte[] classFile) {
    classFiles.put(name, classFile);
  }

  void addPath(String path) throws MalformedURLException {
    addURL(Path.of(path).toUri().toURL());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.remove(name);
    return classFile == null
        ? super.findClass(name)
        : defineClass(name, classFile, 0, classFile.length);
  }
}
