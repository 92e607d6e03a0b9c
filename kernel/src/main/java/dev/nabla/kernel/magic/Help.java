package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import java.util.List;

/** Tells how a magic is used. */
final class Help implements Magic {
  private final Registry registry;

  Help(Registry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public Manual manual() {
    return new Manual("Tells how a magic is used.", "%help NAME", "%help")
        .details("Without a name it lists all magics. `%NAME?` does the same as `%help NAME`.")
        .example("%help maven");
  }

  @Override
  public Outcome run(Invocation invocation) {
    if (invocation.operands().isEmpty()) {
      return new Outcome.Value(LsMagic.table(registry));
    }
    Word word = invocation.operands().get(0);
    String name = word.text().replaceFirst("^%+", "");
    Magic magic = registry.find(name);
    if (magic == null) {
      throw invocation.bad(word, "there is no magic %" + name + ". " + registry.advice(name, "%"));
    }
    return new Outcome.Value(new Page(magic));
  }

  @Override
  public List<String> complete(String word, Shell shell) {
    return registry.all().stream().map(Magic::name).filter(each -> each.startsWith(word)).toList();
  }
}
