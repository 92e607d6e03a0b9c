package dev.nabla.kernel.shell;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The running cell, as a magic sees it. */
public final class Running {
  private final Shell shell;
  private final Cell cell;
  private final Consumer<String> notes;

  Running(Shell shell, Cell cell, Consumer<String> notes) {
    this.shell = shell;
    this.cell = cell;
    this.notes = notes;
  }

  public Shell shell() {
    return shell;
  }

  /** Its execution count. */
  public int number() {
    return cell.number();
  }

  /** All of the cell. */
  public String source() {
    return cell.source();
  }

  /** Runs the Java code between two places of the cell. Errors point at the cell. */
  public Outcome java(int from, int to) {
    return shell.runWithin(cell, from, to, notes);
  }

  /** Runs other source as if it were typed into this cell; its failure names its own lines. */
  public Outcome script(String source) {
    return shell.runNested(cell.number(), source, notes);
  }

  /**
   * Waits for something other than the code of cells. An interrupt of the cell interrupts it.
   *
   * @throws InterruptedException if the cell was interrupted meanwhile
   */
  public <T> T waiting(Callable<T> work) throws Exception {
    return shell.waiting(work);
  }

  /** Runs foreign code where the code of cells runs, so that an interrupt stops it anywhere. */
  public Object foreign(Callable<?> code) throws Exception {
    return shell.foreign(code);
  }

  /** Tells the user something although nothing failed. */
  public void note(String text) {
    notes.accept(text);
  }
}
