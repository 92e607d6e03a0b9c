package dev.nabla.kernel.shell.direct;

/**
 * The value of a call that stands at the end of a cell. javac chooses by whether the call has one.
 */
public final class Shown {
  /** There is no value, which is not the same as {@code null}. */
  public static final Object NOTHING = new Object();

  private Shown() {}

  /** A call with a value. */
  public interface Valued {
    Object get() throws Throwable;
  }

  /** A call without. */
  public interface Action {
    void run() throws Throwable;
  }

  public static Object of(Valued call) throws Throwable {
    return call.get();
  }

  public static Object of(Action call) throws Throwable {
    call.run();
    return NOTHING;
  }
}
