package dev.nabla.kernel.shell.advice;

import dev.nabla.message.NablaException;
import java.util.List;
import java.util.stream.Stream;

/** What went wrong while a cell ran: one cause, in the words of a student. */
public final class RuntimeAdvice {
  /** All slips; the first that recognises itself speaks. */
  static final List<CrashSlip> SLIPS =
      Stream.of(MatrixSlips.ALL, NullSlips.ALL, IndexSlips.ALL, ValueSlips.ALL, LibrarySlips.ALL)
          .flatMap(List::stream)
          .toList();

  private RuntimeAdvice() {}

  /**
   * The message for an exception. What Nabla itself throws speaks for itself; what we do not know
   * keeps its class and its message.
   *
   * <pre>{@code
   * RuntimeAdvice.of(problem).text()
   * // W1.mult(Y): W1 is 3 x 2, Y is 1 x 4. 2 is not 1: the columns of the left must match the
   * // rows of the right.
   * }</pre>
   */
  public static Message of(RuntimeProblem problem) {
    Crash crash = new Crash(problem);
    if (crash.thrown instanceof NablaException) {
      return crash.message(crash.message(), false);
    }
    CrashSlip slip = find(crash);
    return slip == null
        ? crash.message(plain(crash.thrown), false)
        : crash.message(slip.rule().apply(crash), !MatrixSlips.ALL.contains(slip));
  }

  /** The name of the slip that {@link #of} speaks of; {@code "unknown"} if none is. */
  static String slip(RuntimeProblem problem) {
    CrashSlip slip = find(new Crash(problem));
    return slip == null ? "unknown" : slip.name();
  }

  private static CrashSlip find(Crash crash) {
    return SLIPS.stream()
        .filter(slip -> slip.exception().isInstance(crash.thrown))
        .filter(slip -> slip.rule().apply(crash) != null)
        .findFirst()
        .orElse(null);
  }

  private static String plain(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    String name = simple.isEmpty() ? thrown.getClass().getName() : simple;
    return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
  }
}
