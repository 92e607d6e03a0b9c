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
  private final Fields fields;

  Names(JShell jshell, Origins origins, Fields fields) {
    this.jshell = jshell;
    this.origins = origins;
    this.fields = fields;
  }

  KnownNames known() {
    Map<String, Known> names = new HashMap<>();
    jshell.types().forEach(each -> put(names, each.name(), Kind.TYPE, each.name(), each));
    jshell.methods().forEach(each -> put(names, each.name(), Kind.METHOD, each.signature(), each));
    jshell.variables().forEach(each -> put(names, each.name(), Kind.VARIABLE, typeOf(each), each));
    for (Fields.Made each : fields.all()) {
      String type = withoutPackages(each.type());
      names.put(each.name(), new Known(Kind.VARIABLE, type, each.cell().number()));
    }
    return KnownNames.of(names);
  }

  /** The type of a variable without packages, as a person writes it. */
  static String typeOf(VarSnippet variable) {
    return withoutPackages(variable.typeName());
  }

  static String withoutPackages(String type) {
    return type.replaceAll("(\\b[a-z]\\w*|REPL|\\$JShell\\$\\w+)\\.", "");
  }

  private void put(
      Map<String, Known> names, String name, Kind kind, String type, Snippet declaration) {
    Origin origin = origins.of(declaration.id());
    if (origin != null) {
      names.put(name, new Known(kind, type, origin.cell().number()));
    }
  }
}
