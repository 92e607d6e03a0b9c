package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Origins.Origin;
import dev.nabla.kernel.shell.advice.KnownNames;
import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import dev.nabla.kernel.shell.advice.KnownNames.Known;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** The names that the user's cells have declared, with the cell each came from. */
final class Names {
  private final JShell jshell;
  private final Origins origins;

  Names(JShell jshell, Origins origins) {
    this.jshell = jshell;
    this.origins = origins;
  }

  KnownNames known() {
    Map<String, Known> names = new HashMap<>();
    jshell.types().forEach(each -> put(names, each.name(), Kind.TYPE, each.name(), each));
    jshell.methods().forEach(each -> put(names, each.name(), Kind.METHOD, each.signature(), each));
    jshell.variables().forEach(each -> put(names, each.name(), Kind.VARIABLE, typeOf(each), each));
    return KnownNames.of(names);
  }

  /** The type of a variable without packages, as a person writes it. */
  static String typeOf(VarSnippet variable) {
    return variable.typeName().replaceAll("\\b[a-z]\\w*\\.", "");
  }

  private void put(
      Map<String, Known> names, String name, Kind kind, String type, Snippet declaration) {
    Origin origin = origins.of(declaration.id());
    if (origin != null) {
      names.put(name, new Known(kind, type, origin.cell().number()));
    }
  }
}
