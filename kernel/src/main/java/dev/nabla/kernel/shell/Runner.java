package dev.nabla.kernel.shell;

import dev.nabla.display.Screen;
import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.Memo;
import dev.nabla.kernel.shell.direct.Reading;
import dev.nabla.kernel.shell.direct.Shown;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jshell.Snippet;

/** Runs the parts of a cell in order: magics, what can go the short way, and the rest by JShell. */
final class Runner {
  private final Shell shell;
  private final Supplier<Magics> magics;
  private final CellControl control;
  private final CellCompiler compiler;
  private final Direct direct;
  private final LongWay longWay;
  private final Lineage lineage;
  private final Reports reports;
  private final Interrupter interrupter;
  private final Memo<List<String>, List<Reading>> readings = new Memo<>();

  /**
   * @param direct null lets JShell do everything
   */
  Runner(
      Shell shell,
      Supplier<Magics> magics,
      CellControl control,
      CellCompiler compiler,
      Direct direct,
      LongWay longWay,
      Lineage lineage,
      Reports reports,
      Interrupter interrupter) {
    this.shell = shell;
    this.magics = magics;
    this.control = control;
    this.compiler = compiler;
    this.direct = direct;
    this.longWay = longWay;
    this.lineage = lineage;
    this.reports = reports;
    this.interrupter = interrupter;
  }

  /** Runs a cell to its end, or to its first failure; where it cannot be Java, nothing of it. */
  Outcome run(Cell cell, Consumer<String> notes) {
    Part unreadable = cell.unreadable();
    Outcome outcome = run(cell, unreadable == null ? cell.parts() : List.of(unreadable), notes);
    return unreadable == null || outcome instanceof Outcome.Failed
        ? outcome
        : new Outcome.Failed(reports.unreadable(cell, unreadable));
  }

  private Outcome run(Cell cell, List<Part> parts, Consumer<String> notes) {
    Map<Snippet, Part> declared = new LinkedHashMap<>();
    Outcome outcome = new Outcome.Nothing();
    List<Reading> readings = read(parts);
    for (int i = 0; i < parts.size(); ) {
      Part part = parts.get(i);
      if (part.magic() != null) {
        outcome = runMagic(cell, part, ++i == parts.size(), notes);
        if (outcome instanceof Outcome.Failed) {
          return outcome;
        }
        continue;
      }
      Direct.Ran ran = direct == null ? null : direct.run(cell, parts, readings, i);
      if (ran != null) {
        for (int done = i; done < i + ran.done(); done++) {
          declare(readings.get(done), cell, parts.get(done));
        }
        i += ran.done();
        if (interrupter.interrupted()) {
          return new Outcome.Failed(
              reports.interrupted(cell, parts.get(Math.min(i, parts.size() - 1))));
        }
        if (ran.thrown() != null) {
          return new Outcome.Failed(reports.thrown(cell, List.of(), ran.thrown()));
        }
        outcome =
            ran.value() == Shown.NOTHING
                ? new Outcome.Nothing()
                : Results.shown(cell.number(), ran.value());
        continue;
      }
      outcome =
          longWay.run(cell, part, readings.get(i).declared(), ++i == parts.size(), declared, notes);
      if (outcome instanceof Outcome.Failed) {
        return outcome;
      }
    }
    Failure unresolved = longWay.unresolved(cell, declared);
    return unresolved == null ? outcome : new Outcome.Failed(unresolved);
  }

  /** Compiles and loads a cell that the short way can take. */
  void prepare(Cell cell) {
    direct.prepare(cell, read(cell.parts()));
  }

  private List<Reading> read(List<Part> parts) {
    List<String> unread =
        parts.stream()
            .filter(each -> each.reading() == null)
            .map(each -> each.magic() == null ? each.source() : "")
            .toList();
    Iterator<Reading> read = readings.get(unread, each -> Reading.of(each, compiler)).iterator();
    return parts.stream()
        .map(each -> each.reading() == null ? read.next() : each.reading())
        .toList();
  }

  private void declare(Reading reading, Cell cell, Part part) {
    reading.declared().forEach(each -> lineage.declare(each.name(), part.source(), cell.number()));
    if (reading.assigned() != null) {
      lineage.declare(reading.assigned(), part.source(), cell.number());
    }
  }

  private Outcome runMagic(Cell cell, Part part, boolean isLast, Consumer<String> notes) {
    Owner before = Owner.current();
    Owner.set(control.owner());
    try {
      Outcome outcome = magics.get().run(part.magic(), new Running(shell, cell, notes));
      if (interrupter.interrupted()) {
        return new Outcome.Failed(reports.interrupted(cell, part));
      }
      if (!isLast && outcome instanceof Outcome.Value shown) {
        Screen.current().show(shown.value());
      }
      return outcome;
    } catch (Exception | Error e) {
      return new Outcome.Failed(
          interrupter.interrupted()
              ? reports.interrupted(cell, part)
              : reports.magic(cell, part, e));
    } finally {
      Owner.set(before);
    }
  }
}
