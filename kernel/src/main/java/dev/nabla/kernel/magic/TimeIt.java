package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Failure;
import dev.nabla.kernel.shell.Outcome;
import java.util.List;

/** Measures how long a piece of code takes. */
final class TimeIt implements Magic {
  private static final String MEASURE = Measurement.class.getName() + ".of(";

  @Override
  public String name() {
    return "timeit";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Measures how long Java code takes, by running it many times.",
            "%timeit [-n LOOPS] [-r BATCHES] CODE",
            "%%timeit [-n LOOPS] [-r BATCHES]")
        .option("-n", "LOOPS", "runs in one batch; unsaid, so many that a batch takes 10 ms")
        .option("-r", "BATCHES", "batches, 6 to 1000; unsaid 25, fewer if that takes too long")
        .details(
            "First it runs as a cell would. Then it warms up until the times no longer fall, and"
                + " measures batches. It tells the median time of one run and an interval that"
                + " holds the true median with 95 % certainty, whatever the distribution: two"
                + " pieces of code differ if their intervals are apart. The result of each run is"
                + " kept, so that the compiler cannot leave the work out.")
        .example("%timeit W.mult(X)");
  }

  @Override
  public boolean takesJava() {
    return true;
  }

  @Override
  public Outcome run(Invocation invocation) {
    int loops = invocation.number("-n", 1, 0);
    Word batchesWord = invocation.value("-r");
    int batches = batchesWord == null ? 0 : invocation.number(batchesWord, 6, 1000);
    Outcome first = invocation.runCode();
    if (first instanceof Outcome.Failed) {
      return first;
    }
    String code = invocation.code();
    if (code.isBlank()) {
      throw invocation.bad("write the Java code to measure behind it.");
    }
    Outcome measured = new Outcome.Nothing();
    for (String body : new String[] {expression(code), "{" + code + "\n;}"}) {
      String source = MEASURE + loops + ", " + batches + ", () -> " + body + "\n)";
      measured = invocation.cell().script(source);
      if (!(measured instanceof Outcome.Failed failed)) {
        return measured;
      }
      if (!failed.failure().name().equals("CompileError")) {
        return new Outcome.Failed(later(failed.failure()));
      }
    }
    throw invocation.bad(
        "it measures expressions and statements; declare imports, methods and classes before.");
  }

  /** The first run has gone well, and the code that measures is none of the user's business. */
  private static Failure later(Failure failure) {
    if (failure.name().equals("Interrupted")) {
      return failure;
    }
    String reason = failure.report().get(0).replaceFirst("^Line \\d+: ", "");
    String words = "%timeit: a later run failed. " + reason;
    return new Failure(failure.name(), words, List.of(words));
  }

  private static String expression(String code) {
    return code.strip().replaceFirst(";+$", "");
  }
}
