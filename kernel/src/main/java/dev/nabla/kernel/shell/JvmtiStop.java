package dev.nabla.kernel.shell;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * JVMTI's StopThread, called without native code of ours: the foreign-function API finds the JVM
 * that we run in, and its function tables say the rest. The numbers are places in those tables, see
 * the JNI and JVMTI specifications.
 *
 * <p>StopThread wants JNI references. Java code cannot hold one from one foreign call to the next,
 * but it may use those that it is given while it is called back. So we define a class with a native
 * method {@code stop(Thread, Throwable)}; when the JVM reports that class we register a call back
 * to us as the native method; and there we pass on its two arguments.
 */
final class JvmtiStop implements HardStop {
  private static final int JVMTI_VERSION = 0x3001_0200;
  private static final long CAN_SIGNAL_THREAD = 1L << 10;
  private static final int CLASS_PREPARE = 56;

  private static final int VM_GET_ENV = 6;
  private static final int JVMTI_SET_EVENT_NOTIFICATION_MODE = 1;
  private static final int JVMTI_STOP_THREAD = 6;
  private static final int JVMTI_GET_CLASS_SIGNATURE = 47;
  private static final int JVMTI_SET_EVENT_CALLBACKS = 121;
  private static final int JVMTI_ADD_CAPABILITIES = 141;
  private static final int JNI_REGISTER_NATIVES = 215;

  private static final String BRIDGE = JvmtiStop.class.getName().replace('.', '/') + "Bridge";
  private static final String STOP_TYPE = "(Ljava/lang/Thread;Ljava/lang/Throwable;)V";

  private final Foreign foreign = new Foreign();
  private final long jvmti;
  private final MethodHandle bridge;
  private volatile Thread definer;
  private boolean registered;

  JvmtiStop() throws ReflectiveOperationException {
    long scratch = foreign.allocate(64);
    long created = foreign.symbol(libjvm(), "JNI_GetCreatedJavaVMs");
    foreign.call(created, scratch, 1, scratch + 8, 0);
    call(foreign.read(scratch), VM_GET_ENV, scratch + 16, JVMTI_VERSION, 0);
    jvmti = foreign.read(scratch + 16);
    foreign.write(scratch, CAN_SIGNAL_THREAD);
    foreign.write(scratch + 8, 0);
    if ((int) call(jvmti, JVMTI_ADD_CAPABILITIES, scratch, 0, 0) != 0) {
      throw new IllegalStateException("this JVM does not let threads be stopped");
    }
    bridge = bridge();
    if (!registered) {
      throw new IllegalStateException("this JVM did not report our class");
    }
  }

  @Override
  public void stop(Thread thread) {
    try {
      bridge.invokeExact(thread, (Throwable) new Stopped());
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Defines the class with the native method while we listen for new classes. */
  private MethodHandle bridge() throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    long callbacks = foreign.allocate(64 * 8L);
    long onPrepare = foreign.callback(lookup.bind(this, "onClassPrepare", Foreign.CALLBACK_TYPE));
    foreign.write(callbacks + 8L * (CLASS_PREPARE - 50), onPrepare);
    call(jvmti, JVMTI_SET_EVENT_CALLBACKS, callbacks, 64 * 8L, 0);
    // Being called back for the first time makes classes, which would be reported, and so on.
    foreign.call(onPrepare, 0, 0, 0, 0);
    definer = Thread.currentThread();
    call(jvmti, JVMTI_SET_EVENT_NOTIFICATION_MODE, 1, CLASS_PREPARE, 0);
    try {
      ClassWriter writer = new ClassWriter(0);
      writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, BRIDGE, null, "java/lang/Object", new String[0]);
      writer
          .visitMethod(
              Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE, "stop", STOP_TYPE, null, new String[0])
          .visitEnd();
      writer.visitEnd();
      Class<?> type = lookup.defineClass(writer.toByteArray());
      lookup.ensureInitialized(type);
      return lookup.findStatic(type, "stop", methodType(void.class, Thread.class, Throwable.class));
    } finally {
      call(jvmti, JVMTI_SET_EVENT_NOTIFICATION_MODE, 0, CLASS_PREPARE, 0);
    }
  }

  /** Called by the JVM: {@code ClassPrepare(jvmti, jni, thread, class)}. */
  private void onClassPrepare(long environment, long jni, long thread, long type)
      throws ReflectiveOperationException {
    if (Thread.currentThread() != definer) {
      return;
    }
    // What we call makes classes too while it is linked; we do not want to hear of those.
    definer = null;
    if (isBridge(type)) {
      registered = register(jni, type);
    } else {
      definer = Thread.currentThread();
    }
  }

  private boolean isBridge(long type) {
    long signature = foreign.allocate(8);
    int error = (int) call(jvmti, JVMTI_GET_CLASS_SIGNATURE, type, signature, 0);
    return error == 0 && foreign.startsWith(foreign.read(signature), "L" + BRIDGE + ";");
  }

  private boolean register(long jni, long type) throws ReflectiveOperationException {
    long onStop =
        foreign.callback(MethodHandles.lookup().bind(this, "onStop", Foreign.CALLBACK_TYPE));
    long method = foreign.allocate(3 * 8L);
    foreign.write(method, foreign.text("stop"));
    foreign.write(method + 8, foreign.text(STOP_TYPE));
    foreign.write(method + 16, onStop);
    return (int) call(jni, JNI_REGISTER_NATIVES, type, method, 1) == 0;
  }

  /** Called by the JVM as the native method: {@code stop(jni, class, thread, throwable)}. */
  private void onStop(long jni, long type, long thread, long throwable) {
    call(jvmti, JVMTI_STOP_THREAD, thread, throwable, 0);
  }

  /** Calls a function of an interface's table on that interface. */
  private long call(long object, int place, long a, long b, long c) {
    long function = foreign.read(foreign.read(object) + 8L * place);
    return foreign.call(function, object, a, b, c);
  }

  private static Path libjvm() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String file =
        os.contains("win")
            ? "bin/server/jvm.dll"
            : os.contains("mac") ? "lib/server/libjvm.dylib" : "lib/server/libjvm.so";
    Path path = Path.of(System.getProperty("java.home")).resolve(file);
    if (!Files.exists(path)) {
      throw new IllegalStateException("there is no " + path);
    }
    return path;
  }
}
