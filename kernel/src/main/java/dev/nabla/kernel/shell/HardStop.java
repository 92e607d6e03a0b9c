package dev.nabla.kernel.shell;

/**
 * Stops a thread wherever it is, also deep in a library that the {@link Weaver} has not seen:
 * {@link Stopped} or ThreadDeath is thrown there. The second stage of an interrupt, since it may
 * leave a library's own state half changed.
 */
interface HardStop {

  void stop(Thread thread);

  /** The way of this JVM, found once: its preparation takes a moment and cannot be repeated. */
  static HardStop ofThisJvm() {
    return Found.WAY;
  }

  /** Initialized by the first who asks. */
  final class Found {
    private static final HardStop WAY = find();

    private Found() {}
  }

  /** Thread.stop below 20, JVMTI from 22 on; between them there is none. */
  private static HardStop find() {
    int feature = Runtime.version().feature();
    if (feature < 20) {
      return HardStop::byThreadStop;
    }
    if (feature >= 22) {
      try {
        return new JvmtiStop();
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        return thread -> {};
      }
    }
    return thread -> {};
  }

  @SuppressWarnings({"removal", "deprecation"})
  private static void byThreadStop(Thread thread) {
    thread.stop();
  }
}
