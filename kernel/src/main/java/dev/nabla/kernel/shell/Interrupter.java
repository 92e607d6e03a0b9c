package dev.nabla.kernel.shell;

/** Knows which cell runs and stops it on request: its own code first, then whatever it calls. */
final class Interrupter implements AutoCloseable {
  private final CellControl control;
  private Owner running;
  private boolean interrupted;

  Interrupter(CellControl control) {
    this.control = control;
  }

  synchronized void begin(Owner owner) {
    running = owner;
    interrupted = false;
    control.owner(owner);
  }

  synchronized void end() {
    if (interrupted) {
      StopSite.disarm();
    }
    running = null;
    control.owner(null);
  }

  /** Whether the running cell was asked to stop. */
  synchronized boolean interrupted() {
    return interrupted;
  }

  synchronized void interrupt() {
    if (running == null) {
      return;
    }
    interrupted = true;
    running.stop();
    StopSite.arm();
    Thread thread = control.userThread().thread();
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public void close() {
    interrupt();
  }
}
