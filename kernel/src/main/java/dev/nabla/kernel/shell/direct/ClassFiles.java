package dev.nabla.kernel.shell.direct;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The class files of cells, as a compiler reads them: they are in memory, and in no folder. */
public final class ClassFiles {
  /** The package of JShell's classes, which it has itself. */
  private static final String ITS_OWN = "REPL";

  private final Map<String, Map<String, Compiled>> byPackage = new ConcurrentHashMap<>();

  /** A class file under its binary name, such as {@code cells.c3.Code$}. */
  private static final class Compiled extends SimpleJavaFileObject {
    private final String name;
    private final byte[] bytes;

    Compiled(String name, byte[] bytes) {
      super(URI.create("cell:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** Makes a class known to all compilers. */
  public void put(String name, byte[] classFile) {
    byPackage
        .computeIfAbsent(packageOf(name), each -> new ConcurrentSkipListMap<>())
        .put(name, new Compiled(name, classFile));
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private List<JavaFileObject> in(
      JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds) {
    return location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)
        ? List.copyOf(byPackage.getOrDefault(packageName, Map.of()).values())
        : List.of();
  }

  /** A file manager that sees these classes beside what {@code others} sees. */
  ForwardingJavaFileManager<JavaFileManager> beside(JavaFileManager others) {
    return new ForwardingJavaFileManager<>(others) {
      @Override
      public Iterable<JavaFileObject> list(
          Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
          throws IOException {
        List<JavaFileObject> ours = in(location, packageName, kinds);
        return ours.isEmpty() ? super.list(location, packageName, kinds, recurse) : ours;
      }

      @Override
      public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Compiled ours ? ours.name : super.inferBinaryName(location, file);
      }
    };
  }

  /** The same for JShell, which asks for a standard file manager. */
  public StandardJavaFileManager standardBeside(StandardJavaFileManager others) {
    return (StandardJavaFileManager)
        Proxy.newProxyInstance(
            ClassFiles.class.getClassLoader(),
            new Class<?>[] {StandardJavaFileManager.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("inferBinaryName")
                  && arguments[1] instanceof Compiled ours) {
                return ours.name;
              }
              try {
                Object found = method.invoke(others, arguments);
                boolean lists = method.getName().equals("list") && !arguments[1].equals(ITS_OWN);
                return lists ? withOurs(found, arguments) : found;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @SuppressWarnings("unchecked")
  private Iterable<JavaFileObject> withOurs(Object found, Object[] arguments) {
    List<JavaFileObject> all =
        new ArrayList<>(
            in(
                (JavaFileManager.Location) arguments[0],
                (String) arguments[1],
                (Set<JavaFileObject.Kind>) arguments[2]));
    ((Iterable<JavaFileObject>) found).forEach(all::add);
    return all;
  }
}
