package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Origins.Origin;
import dev.nabla.kernel.shell.advice.KnownNames;
import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import dev.nabla.kernel.shell.advice.KnownNames.Known;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** The names that the user's cells have declared, with the cell each came from. */
final class Names {
  private static final Pattern PACKAGES =
      Pattern.compile("(\\b[a-z]\\w*|REPL|\\$JShell\\$\\w+)\\.");

  private final JShell jshell;
  private final Origins origins;
  private final Fields fields;

  Names(JShell jshell, Origins origins, Fields fields) {
    this.jshell = jshell;
    this.origins = origins;
    this.fields = fields;
  }

  KnownNames known() {
    return KnownNames.of(this::byName);
  }

  private Map<String, Known> byName() {
    Map<String, Known> names = new HashMap<>();
    jshell.types().forEach(each -> put(names, each.name(), Kind.TYPE, each.name(), each));
    jshell.methods().forEach(each -> put(names, each.name(), Kind.METHOD, each.signature(), each));
    jshell.variables().forEach(each -> put(names, each.name(), Kind.VARIABLE, typeOf(each), each));
    for (Fields.Made each : fields.all()) {
      String type = withoutPackages(each.type());
      names.put(each.name(), new Known(Kind.VARIABLE, type, each.cell().number()));
    }
    return names;
  }

  /** What the cells have declared and is there. */
  List<Declared> declared() {
    Stream<Declared> ofJShell =
        jshell
            .snippets()
            .filter(each -> each instanceof DeclarationSnippet && jshell.status(each).isActive())
            .map(each -> declared((DeclarationSnippet) each))
            .filter(Objects::nonNull);
    Stream<Declared> ofShortWay = fields.all().stream().map(Names::declared);
    return Stream.concat(ofJShell, ofShortWay)
        .sorted(Comparator.comparingInt(Declared::cell).thenComparingInt(Declared::place))
        .toList();
  }

  private static Declared declared(Fields.Made made) {
    String type = withoutPackages(made.type());
    int cell = made.cell().number();
    return new Declared(Declared.Kind.VARIABLE, made.name(), type, cell, made.part().start());
  }

  private Declared declared(DeclarationSnippet each) {
    Origin origin = origins.of(each.id());
    if (origin == null) {
      return null;
    }
    int cell = origin.cell().number();
    int place = origin.part().start();
    if (each instanceof VarSnippet variable) {
      return new Declared(Declared.Kind.VARIABLE, each.name(), typeOf(variable), cell, place);
    }
    return each instanceof MethodSnippet method
        ? new Declared(Declared.Kind.METHOD, each.name(), method.signature(), cell, place)
        : new Declared(Declared.Kind.TYPE, each.name(), each.name(), cell, place);
  }

  /** The type of a variable without packages, as a person writes it. */
  static String typeOf(VarSnippet variable) {
    return withoutPackages(variable.typeName());
  }

  static String withoutPackages(String type) {
    return PACKAGES.matcher(type).replaceAll("");
  }

  private void put(
      Map<String, Known> names, String name, Kind kind, String type, Snippet declaration) {
    Origin origin = origins.of(declaration.id());
    if (origin != null) {
      names.put(name, new Known(kind, type, origin.cell().number()));
    }
  }
}
