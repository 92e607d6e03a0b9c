package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.direct.ClassFiles;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * JShell's hand in this process: loads what it compiled, woven; runs it on the thread of cells; and
 * keeps the result and the exception themselves where JShell would turn them into strings.
 */
final class CellControl extends DirectExecutionControl {
  private final Classes classes;
  private final UserThread userThread = new UserThread();
  private final Turn turn = new Turn();
  private volatile Owner owner;
  private UserThread.Result last = new UserThread.Result(null, null);
  private boolean lastIsVoid;
  private Object lastVariable;
  private long nanosRun;

  CellControl(ClassFiles classFiles) {
    this(new Classes(classFiles));
  }

  private CellControl(Classes classes) {
    super(classes);
    this.classes = classes;
  }

  /** What JShell asks for its hand. */
  ExecutionControlProvider asProvider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "nabla";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return CellControl.this;
      }
    };
  }

  /** The cell that runs next, or null when none does. */
  void owner(Owner owner) {
    this.owner = owner;
  }

  Owner owner() {
    return owner;
  }

  UserThread userThread() {
    return userThread;
  }

  Turn turn() {
    return turn;
  }

  CellLoader loader() {
    return classes.loader;
  }

  /**
   * Loads a class that JShell knows nothing of.
   *
   * @param kept whether later cells use it; where not, it goes when nothing it made is left
   */
  Class<?> load(String name, Map<String, byte[]> classFiles, boolean kept) {
    CellLoader loader = kept ? classes.loader : new CellLoader(classes.loader);
    classFiles.forEach((each, bytes) -> loader.declare(each, Weaver.weave(bytes)));
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a static method of a class of cells. */
  UserThread.Result run(Method method) {
    return call(() -> method.invoke(null));
  }

  /** Forgets the last result; call before an evaluation. */
  void forget() {
    last = new UserThread.Result(null, null);
    lastIsVoid = true;
  }

  /** The live value or exception of the last invocation. */
  UserThread.Result last() {
    return last;
  }

  /** Whether the last invocation had no value to give. */
  boolean lastIsVoid() {
    return lastIsVoid;
  }

  /** Runs something on the thread of cells. */
  UserThread.Result call(Callable<?> code) {
    return turn.without(() -> timed(code));
  }

  private UserThread.Result timed(Callable<?> code) {
    long start = System.nanoTime();
    try {
      return userThread.run(code, owner);
    } finally {
      nanosRun += System.nanoTime() - start;
    }
  }

  /** How long calls have taken up to now. */
  long nanosRun() {
    return nanosRun;
  }

  @Override
  protected String invoke(Method method) throws Exception {
    lastIsVoid = method.getReturnType() == void.class;
    last = call(() -> method.invoke(null));
    if (last.thrown() instanceof ExecutionControl.RunException known) {
      throw known;
    }
    if (last.thrown() != null) {
      throw new InvocationTargetException(last.thrown());
    }
    return "";
  }

  @Override
  public String varValue(String className, String variable) throws InternalException {
    try {
      Field field = findClass(className).getDeclaredField(variable);
      field.setAccessible(true);
      lastVariable = field.get(null);
      return "";
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new InternalException(variable + ": " + e);
    }
  }

  /** What holds a variable of JShell. */
  Slot slot(String className, String variable) {
    try {
      return new Slot(findClass(className).getField(variable));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(variable + ": " + e, e);
    }
  }

  /** The live value that the last call of {@link #varValue} found; it is not kept. */
  Object takeVariable() {
    Object value = lastVariable;
    lastVariable = null;
    return value;
  }

  @Override
  public void redefine(ClassBytecodes[] changed)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    Instrumentation instrumentation = Agent.instrumentation();
    try {
      if (instrumentation == null) {
        throw new UnsupportedOperationException("this JVM was started without the agent");
      }
      List<ClassDefinition> definitions = new ArrayList<>();
      for (ClassBytecodes each : changed) {
        definitions.add(
            new ClassDefinition(findClass(each.name()), Weaver.weave(Opened.of(each.bytecodes()))));
      }
      instrumentation.redefineClasses(definitions.toArray(ClassDefinition[]::new));
    } catch (ReflectiveOperationException
        | java.lang.instrument.UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError e) {
      // JShell then replaces the class by a new one.
      throw new ClassInstallException("redefine: " + e, new boolean[changed.length]);
    }
  }

  /** Where classes come from: the loader of cells. */
  private static final class Classes implements LoaderDelegate {
    private final CellLoader loader = new CellLoader();
    private final ClassFiles classFiles;

    Classes(ClassFiles classFiles) {
      this.classFiles = classFiles;
    }

    @Override
    public void load(ClassBytecodes[] loaded) throws ClassInstallException {
      boolean[] done = new boolean[loaded.length];
      try {
        for (ClassBytecodes each : loaded) {
          byte[] open = Opened.of(each.bytecodes());
          classFiles.put(each.name(), open);
          loader.declare(each.name(), Weaver.weave(open));
        }
        for (int i = 0; i < loaded.length; i++) {
          loader.loadClass(loaded[i].name()).getDeclaredMethods();
          done[i] = true;
        }
      } catch (ReflectiveOperationException | LinkageError e) {
        throw new ClassInstallException("load: " + e, done);
      }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] redefined) {}

    @Override
    public void addToClasspath(String path) throws InternalException {
      try {
        for (String each : path.split(java.io.File.pathSeparator)) {
          loader.addPath(each);
        }
      } catch (MalformedURLException e) {
        throw new InternalException("class path: " + e.getMessage());
      }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
      return Class.forName(name, false, loader);
    }
  }
}
