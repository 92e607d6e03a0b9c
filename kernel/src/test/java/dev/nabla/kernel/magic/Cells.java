package dev.nabla.kernel.magic;

import dev.nabla.display.Display;
import dev.nabla.display.Screen;
import dev.nabla.kernel.extension.Extensions;
import dev.nabla.kernel.extension.Renderers;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A shell with all magics, for tests: cells go in, what a notebook would show comes out. */
public final class Cells implements AutoCloseable {
  public final Shell shell = new Shell();
  public final Renderers renderers = new Renderers();
  final Registry registry;

  /** What {@code %history} finds. */
  final List<Past.Ran> past = new ArrayList<>();

  private final Screen screen = Screen.current();
  private int number;

  public Cells() {
    CompletableFuture<Extensions> extensions = new CompletableFuture<>();
    registry =
        new Registry(shell, new Libraries(cell -> extensions.join().install(cell)), () -> past);
    extensions.complete(new Extensions(shell, registry, renderers));
    shell.use(registry);
  }

  /** All that a cell prints, notes, shows and reports, in this order. */
  public String run(String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    StringBuilder text = new StringBuilder();
    Outcome outcome;
    Screen.use(
        value -> {
          System.out.println(text(value));
          return next -> {};
        });
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      outcome = shell.run(++number, source, new Owner(""), System.out::println);
    } finally {
      System.setOut(out);
      Screen.use(screen);
    }
    text.append(bytes.toString(StandardCharsets.UTF_8));
    if (outcome instanceof Outcome.Value value) {
      text.append(text(value.value())).append('\n');
    } else if (outcome instanceof Outcome.Failed failed) {
      text.append(String.join("\n", failed.failure().report())).append('\n');
    }
    return text.toString();
  }

  /** The number of the cell that ran last. */
  int number() {
    return number;
  }

  private String text(Object value) {
    return renderers.bundle(value, null).get(Display.TEXT);
  }

  @Override
  public void close() {
    shell.close();
  }
}
