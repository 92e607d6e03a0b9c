package dev.nabla.notebooks.grade;

import dev.nabla.display.Screen;
import dev.nabla.kernel.extension.Extensions;
import dev.nabla.kernel.extension.Renderers;
import dev.nabla.kernel.magic.Libraries;
import dev.nabla.kernel.magic.Registry;
import dev.nabla.kernel.shell.Failure;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.shell.Variables.Variable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A kernel without sockets in this very process: cells go in, variables come out, and whatever is
 * printed or shown meanwhile is dropped.
 */
final class Cells implements AutoCloseable {
  /** How long a cell may take to obey an interrupt. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** How the problem of a cell begins that did not end by itself. */
  static final String STOPPED = "stopped after ";

  private final Shell shell = new Shell();
  private final Timer timer = new Timer("nabla-limit", true);
  private final Duration limit;
  private final Runnable lost;
  private int count;

  /**
   * @param limit after which a cell is interrupted
   * @param lost what happens when it does not obey
   */
  Cells(Duration limit, Runnable lost) {
    this.limit = limit;
    this.lost = lost;
    CompletableFuture<Extensions> extensions = new CompletableFuture<>();
    Libraries libraries = new Libraries(cell -> extensions.join().install(cell));
    Registry magics = new Registry(shell, libraries, List::of);
    extensions.complete(new Extensions(shell, magics, new Renderers()));
    shell.use(magics);
  }

  /** Runs a cell; the problem in one line, or null. */
  String run(String code) {
    return limited(() -> shell.run(++count, code, new Owner(this), note -> {}));
  }

  /** Runs code of ours as a cell would run it, so that it can be stopped. */
  String call(Runnable code) {
    return limited(() -> shell.call(new Owner(this), code));
  }

  private String limited(Supplier<Outcome> work) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Screen screen = Screen.current();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere);
    System.setErr(nowhere);
    Screen.use(value -> next -> {});
    TimerTask interrupt = task(shell::interrupt);
    TimerTask giveUp = task(lost);
    timer.schedule(interrupt, limit.toMillis());
    timer.schedule(giveUp, limit.plus(GRACE).toMillis());
    long start = System.nanoTime();
    try {
      Outcome outcome = work.get();
      boolean late = System.nanoTime() - start >= limit.toNanos();
      return outcome instanceof Outcome.Failed failed
          ? late ? STOPPED + limit.toSeconds() + " s" : words(failed.failure())
          : null;
    } finally {
      interrupt.cancel();
      giveUp.cancel();
      Screen.use(screen);
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static TimerTask task(Runnable action) {
    return new TimerTask() {
      @Override
      public void run() {
        action.run();
      }
    };
  }

  private static String words(Failure failure) {
    String words = failure.message() == null ? "" : failure.message().strip();
    String line = (words.isEmpty() ? failure.name() : words).replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= 300 ? line : line.substring(0, 300) + "...";
  }

  /** A variable of the cells. */
  Optional<Variable> variable(String name) {
    return shell.variables().find(name);
  }

  @Override
  public void close() {
    timer.cancel();
    shell.close();
  }
}
