package dev.nabla.kernel.shell.direct;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * javac, kept warm: the same compiler context serves all cells, so the JDK's and the language's
 * classes are read once. The pool is the one that JShell uses, and not public: the jar's manifest
 * and the build export its packages to us.
 */
public final class CellCompiler {
  private final List<String> options;
  private final StandardJavaFileManager standard;
  private final Outputs files;
  private JavacTaskPool pool = new JavacTaskPool(1);
  private boolean stale;
  private int generation;
  private final List<String> added = new ArrayList<>();

  /** What a compilation gave: class files by name, or what is wrong. */
  public record Compilation(
      Map<String, byte[]> classFiles, List<Diagnostic<? extends JavaFileObject>> errors) {}

  /** A parsed source, its positions and what is wrong in it. */
  record Parsed(
      CompilationUnitTree unit, Trees trees, List<Diagnostic<? extends JavaFileObject>> errors) {}

  /**
   * @param options such as {@code -g}; the same for all cells, because the pool goes by them
   */
  public CellCompiler(List<String> options, ClassFiles classFiles) {
    this.options = new ArrayList<>(options);
    this.options.addAll(List.of("-proc:none", "-Xlint:none", "-nowarn"));
    standard = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    files = new Outputs(classFiles.beside(OwnJar.in(standard)));
  }

  /** Says that class files of {@link ClassFiles} were replaced by others of the same name. */
  public synchronized void refresh() {
    stale = true;
    generation++;
  }

  /** Another number whenever the same source may mean something else than before. */
  public synchronized int generation() {
    return generation;
  }

  /** Says that a package has got its class file; the compiler knows the package as empty. */
  public synchronized void added(String packageName) {
    added.add(packageName);
  }

  /** Adds a jar or folder to the class path. */
  public synchronized void addPath(String path) {
    List<File> all = new ArrayList<>();
    standard.getLocation(StandardLocation.CLASS_PATH).forEach(all::add);
    for (String each : path.split(File.pathSeparator)) {
      all.add(new File(each));
    }
    try {
      standard.setLocation(StandardLocation.CLASS_PATH, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pool = new JavacTaskPool(1);
    generation++;
  }

  /** Parses each source for itself, in order; nothing is looked up. */
  synchronized <T> List<T> parse(List<String> sources, BiFunction<Integer, Parsed, T> reader) {
    return run(
        sources,
        (task, errors) -> {
          List<T> read = new ArrayList<>();
          Trees trees = Trees.instance(task);
          for (CompilationUnitTree unit : task.parse()) {
            String path = unit.getSourceFile().toUri().getPath();
            List<Diagnostic<? extends JavaFileObject>> own =
                errors.getDiagnostics().stream()
                    .filter(each -> each.getSource().toUri().getPath().equals(path))
                    .toList();
            read.add(reader.apply(read.size(), new Parsed(unit, trees, own)));
          }
          return read;
        });
  }

  /** Looks up all names of a source, as far as they can be, and hands the trees to the reader. */
  synchronized <T> T attribute(String source, java.util.function.Function<Parsed, T> reader) {
    return run(
        List.of(source),
        (task, errors) -> {
          CompilationUnitTree unit = task.parse().iterator().next();
          task.analyze();
          return reader.apply(
              new Parsed(unit, Trees.instance(task), List.copyOf(errors.getDiagnostics())));
        });
  }

  /** Compiles a source. */
  public synchronized Compilation compile(String source) {
    files.begin();
    return run(
        List.of(source),
        (task, errors) -> {
          task.generate();
          List<Diagnostic<? extends JavaFileObject>> wrong =
              errors.getDiagnostics().stream()
                  .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                  .toList();
          return new Compilation(files.taken(), wrong);
        });
  }

  private interface Work<T> {
    T with(JavacTask task, DiagnosticCollector<JavaFileObject> errors) throws IOException;
  }

  private <T> T run(List<String> sources, Work<T> work) {
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<Source> units = new ArrayList<>();
    for (String each : sources) {
      units.add(new Source(units.size(), each));
    }
    return pool.getTask(
        null,
        files,
        errors,
        options,
        null,
        units,
        task -> {
          Context context = ((BasicJavacTask) task).getContext();
          if (stale) {
            forgetCells(context);
            stale = false;
          }
          added.forEach(each -> reopen(each, context));
          added.clear();
          try {
            return work.with(task, errors);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Makes the compiler read all classes of cells anew. */
  private static void forgetCells(Context context) {
    Symtab symbols = Symtab.instance(context);
    List<ClassSymbol> cells = new ArrayList<>();
    for (ClassSymbol each : symbols.getAllClasses()) {
      if (isOfCells(each.packge())) {
        cells.add(each);
      }
    }
    for (ClassSymbol each : cells) {
      symbols.removeClass(symbols.unnamedModule, each.flatName());
      reopen(each.packge().flatName().toString(), context);
    }
    reopen("REPL", context);
  }

  /** Makes the compiler look again what there is in a package. */
  private static void reopen(String packageName, Context context) {
    Symtab symbols = Symtab.instance(context);
    PackageSymbol home =
        symbols.getPackage(symbols.unnamedModule, Names.instance(context).fromString(packageName));
    if (home != null) {
      home.members_field = null;
      home.completer = ClassFinder.instance(context).getCompleter();
    }
  }

  private static boolean isOfCells(PackageSymbol home) {
    String name = home.flatName().toString();
    return name.equals("REPL") || name.startsWith("cells.");
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int index, String text) {
      super(URI.create("cell:///" + index + "/" + GroupSource.CLASS + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what javac writes in memory. */
  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    Outputs(JavaFileManager files) {
      super(files);
    }

    void begin() {
      written = new LinkedHashMap<>();
    }

    Map<String, byte[]> taken() {
      Map<String, byte[]> taken = new LinkedHashMap<>();
      written.forEach((name, bytes) -> taken.put(name, bytes.toByteArray()));
      written = new LinkedHashMap<>();
      return taken;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      written.put(name, bytes);
      return new SimpleJavaFileObject(
          URI.create("cell:///" + name.replace('.', '/') + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
