package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import java.util.List;

/**
 * What a line or a cell does that begins with a percent sign. A library brings its own by naming
 * them in {@code META-INF/services/dev.nabla.kernel.magic.Magic}.
 *
 * <pre>{@code
 * public final class Roll implements Magic {
 *   public String name() { return "roll"; }
 *   public Manual manual() { return new Manual("Rolls a die.", "%roll"); }
 *   public Outcome run(Invocation invocation) { return new Outcome.Value(4); }
 * }
 * }</pre>
 */
public interface Magic {

  /** What stands behind the percent sign. */
  String name();

  /** How it is used. */
  Manual manual();

  /** Whether what follows its options is Java code. */
  default boolean takesJava() {
    return false;
  }

  /** Whether what follows its options is one text, in which nothing is an option any more. */
  default boolean takesText() {
    return false;
  }

  /**
   * Does its work. What it prints goes below the cell; a value that it returns is shown.
   *
   * @throws Exception if it fails; a {@link dev.nabla.message.NablaException} speaks for itself
   */
  Outcome run(Invocation invocation) throws Exception;

  /**
   * What may replace the word before the cursor, options aside.
   *
   * @param word its beginning, perhaps empty
   */
  default List<String> complete(String word, Shell shell) {
    return List.of();
  }
}
