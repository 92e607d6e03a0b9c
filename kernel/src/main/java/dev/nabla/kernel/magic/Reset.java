package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Declared;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.shell.advice.Nearest;
import java.util.List;

/** Forgets what cells have declared. */
final class Reset implements Magic {
  @Override
  public String name() {
    return "reset";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Forgets variables, methods and classes of cells.", "%reset NAME ...", "%reset")
        .details(
            "Without a name it forgets all of them and what cells have shown (`last`, `out(3)`);"
                + " the memory is free again. Imports and libraries stay. A word of the language"
                + " that a variable of yours hid, such as `relu`, is there again.")
        .example("%reset relu");
  }

  @Override
  public Outcome run(Invocation invocation) {
    Shell shell = invocation.cell().shell();
    List<String> declared = names(shell);
    for (Word word : invocation.operands()) {
      if (!declared.contains(word.text())) {
        String near = Nearest.of(word.text(), declared);
        throw invocation.bad(
            word,
            "no cell has declared "
                + word.text()
                + ". "
                + (near == null ? "%vars lists the variables." : "Did you mean " + near + "?"));
      }
    }
    List<String> names =
        invocation.operands().isEmpty()
            ? declared
            : invocation.operands().stream().map(Word::text).distinct().toList();
    if (invocation.operands().isEmpty()) {
      shell.forgetAll();
    } else {
      names.forEach(shell::forget);
    }
    invocation
        .cell()
        .note(names.isEmpty() ? "There was nothing to forget." : "Forgot " + list(names) + ".");
    return new Outcome.Nothing();
  }

  private static String list(List<String> names) {
    int most = 10;
    return names.size() <= most
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
  }

  private static List<String> names(Shell shell) {
    return shell.declared().stream().map(Declared::name).distinct().toList();
  }

  @Override
  public List<String> complete(String word, Shell shell) {
    return names(shell).stream().filter(each -> each.startsWith(word)).toList();
  }
}
