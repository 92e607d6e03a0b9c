package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;

/** Runs code once and says how long it took. */
final class Time implements Magic {
  @Override
  public String name() {
    return "time";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Runs Java code once and tells how long it ran and how long it was compiled.",
            "%time CODE",
            "%%time")
        .details("The code runs as if the magic were not there: its variables stay.")
        .example("%time net.train(X, Y).rate(0.1).epochs(1000)");
  }

  @Override
  public boolean takesJava() {
    return true;
  }

  @Override
  public Outcome run(Invocation invocation) {
    Shell shell = invocation.cell().shell();
    long ran = shell.nanosRun();
    long start = System.nanoTime();
    Outcome outcome = invocation.runCode();
    long all = System.nanoTime() - start;
    ran = shell.nanosRun() - ran;
    if (ran == 0 && outcome instanceof Outcome.Nothing) {
      throw invocation.bad("write the Java code to time behind it.");
    }
    if (!(outcome instanceof Outcome.Failed)) {
      invocation
          .cell()
          .note("ran " + Durations.text(ran) + ", compiled " + Durations.text(all - ran));
    }
    return outcome;
  }
}
