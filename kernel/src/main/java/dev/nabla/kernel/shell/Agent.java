package dev.nabla.kernel.shell;

import java.lang.instrument.Instrumentation;

/** Keeps what the JVM hands to an agent: the right to redefine classes. */
public final class Agent {
  private static volatile Instrumentation instrumentation;

  private Agent() {}

  /** Called by the JVM before main, because the manifest of nabla.jar says so. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Called by the JVM where the kernel is given as {@code -javaagent}. */
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Null where the JVM was started without us as its agent. */
  static Instrumentation instrumentation() {
    return instrumentation;
  }
}
