package dev.nabla.kernel.shell;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * The check that the {@link Weaver} puts into every loop and method of a cell. All checks share one
 * call site which does nothing, so the JIT compiles them to nothing; to stop a cell the site is
 * switched to a method that throws, which makes the JVM drop the compiled code.
 */
public final class StopSite {
  private static final MethodType TYPE = MethodType.methodType(void.class);
  private static final MethodHandle NOTHING = MethodHandles.empty(TYPE);
  private static final MethodHandle CHECK;
  private static final MutableCallSite SITE = new MutableCallSite(NOTHING);

  static {
    try {
      CHECK = MethodHandles.lookup().findStatic(StopSite.class, "check", TYPE);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private StopSite() {}

  /** Links a check; called by the JVM. */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
    return SITE;
  }

  static void arm() {
    switchTo(CHECK);
  }

  static void disarm() {
    switchTo(NOTHING);
  }

  private static void switchTo(MethodHandle target) {
    SITE.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }

  private static void check() {
    Owner owner = Owner.current();
    if (owner != null && owner.stopping()) {
      throw new Stopped();
    }
  }
}
