package dev.nabla.kernel.extension;

import dev.nabla.display.Screen;
import dev.nabla.kernel.magic.Invocation;
import dev.nabla.kernel.magic.Magic;
import dev.nabla.kernel.magic.Manual;
import dev.nabla.kernel.magic.Word;
import dev.nabla.kernel.shell.Assistant;
import dev.nabla.kernel.shell.Completion;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Running;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.message.NablaException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** This kernel as an extension of JJava sees it: its renderers, its magics, its display. */
final class JJavaKernel extends BaseKernel {
  private final Shell shell;
  private final Set<String> taken = new HashSet<>();
  private Running cell;

  private JJavaKernel(Shell shell, JJavaRenderer renderer) {
    super(
        "nabla",
        "1.0-a6",
        new LanguageInfo.Builder("java").build(),
        List.of(),
        null,
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        renderer,
        new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
        new MagicsRegistry(),
        false,
        new StringStyler.Builder().build());
    this.shell = shell;
  }

  static JJavaKernel create(Shell shell) {
    JJavaKernel kernel = new JJavaKernel(shell, new JJavaRenderer());
    notebookKernel = kernel;
    return kernel;
  }

  Renderer asRenderer() {
    return ((JJavaRenderer) getRenderer()).forRegistered();
  }

  /** Lets an extension do its work; meanwhile it may evaluate code in this cell. */
  void install(Extension extension, Running cell) {
    this.cell = cell;
    try {
      extension.install(this);
    } finally {
      this.cell = null;
    }
  }

  /** The magics that were registered since the last call. */
  List<Magic> newMagics() {
    List<Magic> magics = new ArrayList<>();
    Set<String> names = new HashSet<>(getMagicsRegistry().getLineMagicNames());
    names.addAll(getMagicsRegistry().getCellMagicNames());
    for (String each : names) {
      if (taken.add(each)) {
        magics.add(new JJavaMagic(this, each));
      }
    }
    return magics;
  }

  @Override
  public void display(DisplayData data) {
    Screen.current().show(JJavaRenderer.bundled(data));
  }

  @Override
  public Object evalRaw(String source) {
    if (cell == null) {
      throw new NablaException(
          "an extension can evaluate code while it is installed, not while a cell runs.");
    }
    Outcome outcome = cell.script(source);
    if (outcome instanceof Outcome.Failed failed) {
      throw new NablaException(failed.failure().message());
    }
    return outcome instanceof Outcome.Value value ? value.value() : null;
  }

  @Override
  public DisplayData inspect(String source, int cursor, boolean extra) {
    DisplayData data = new DisplayData();
    shell.assistant().inspect(source, cursor).forEach(data::putData);
    return data;
  }

  @Override
  public ReplacementOptions complete(String source, int cursor) {
    Completion found = shell.assistant().complete(source, cursor);
    List<String> texts = found.matches().stream().map(Completion.Match::text).toList();
    return new ReplacementOptions(texts, found.start(), found.end());
  }

  @Override
  public String isComplete(String source) {
    return shell.assistant().readiness(source) == Assistant.Readiness.COMPLETE
        ? IS_COMPLETE_YES
        : IS_COMPLETE_MAYBE;
  }

  /** A magic that an extension has registered. */
  private record JJavaMagic(JJavaKernel kernel, String name) implements Magic {
    @Override
    public Manual manual() {
      List<String> usage = new ArrayList<>();
      MagicsRegistry registry = kernel.getMagicsRegistry();
      if (registry.getLineMagicNames().contains(name)) {
        usage.add("%" + name + " ...");
      }
      if (registry.getCellMagicNames().contains(name)) {
        usage.add("%%" + name + " ...");
      }
      return new Manual("A magic of a JJava extension.", usage.toArray(String[]::new));
    }

    @Override
    public Outcome run(Invocation invocation) throws Exception {
      List<String> words = invocation.operands().stream().map(Word::text).toList();
      MagicsRegistry registry = kernel.getMagicsRegistry();
      Object value =
          invocation.call().isCell()
              ? registry.evalCellMagic(kernel, name, words, invocation.call().body())
              : registry.evalLineMagic(kernel, name, words);
      return value == null ? new Outcome.Nothing() : new Outcome.Value(value);
    }
  }
}
