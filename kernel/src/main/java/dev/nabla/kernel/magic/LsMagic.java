package dev.nabla.kernel.magic;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.kernel.shell.Outcome;
import java.util.List;

/** Lists all magics. */
final class LsMagic implements Magic {
  private final Registry registry;

  LsMagic(Registry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "lsmagic";
  }

  @Override
  public Manual manual() {
    return new Manual("Lists all magics.", "%lsmagic");
  }

  @Override
  public Outcome run(Invocation invocation) {
    return new Outcome.Value(table(registry));
  }

  static Showable table(Registry registry) {
    List<List<String>> rows =
        registry.all().stream().map(each -> List.of(signs(each), each.manual().does())).toList();
    View table =
        new View.Table(
            Notation.of("magics, each told by %help NAME"), List.of("magic", "what it does"), rows);
    return () -> table;
  }

  static String signs(Magic magic) {
    String line = magic.manual().isLine() ? "%" + magic.name() : "";
    String cell = magic.manual().isCell() ? "%%" + magic.name() : "";
    return (line + " " + cell).strip();
  }
}
