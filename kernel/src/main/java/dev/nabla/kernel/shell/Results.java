package dev.nabla.kernel.shell;

import dev.nabla.message.NablaException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What earlier cells have shown; every cell sees {@code last} and {@code out(3)}.
 *
 * <p>Only so many are kept, and only as long as the memory is not needed.
 */
public final class Results {
  private static final int MOST = 200;

  /** The value that was shown last, or null. */
  public static volatile Object last;

  private static final Map<Integer, SoftReference<Object>> BY_CELL =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, SoftReference<Object>> eldest) {
          return size() > MOST;
        }
      };

  private Results() {}

  /**
   * The value that cell {@code n} has shown.
   *
   * <pre>{@code SimpleMatrix W = out(3);}</pre>
   *
   * @throws NablaException if there is none, or no more
   */
  @SuppressWarnings("unchecked")
  public static <T> T out(int n) {
    synchronized (BY_CELL) {
      SoftReference<Object> kept = BY_CELL.get(n);
      Object value = kept == null ? null : kept.get();
      if (value == null) {
        throw new NablaException(
            "out("
                + n
                + "): cell "
                + n
                + " has shown no value, or it is no longer kept. Run it again.");
      }
      return (T) value;
    }
  }

  /** Forgets all that was shown. */
  static void forget() {
    last = null;
    synchronized (BY_CELL) {
      BY_CELL.clear();
    }
  }

  /** Forgets a value, wherever it was shown. */
  static void forget(Object value) {
    if (last == value) {
      last = null;
    }
    synchronized (BY_CELL) {
      BY_CELL.values().removeIf(each -> each.get() == value);
    }
  }

  /** A cell shows a value: keeps it. */
  static Outcome shown(int cell, Object value) {
    last = value;
    synchronized (BY_CELL) {
      BY_CELL.put(cell, new SoftReference<>(value));
    }
    return new Outcome.Value(value);
  }
}
