package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Fields.Made;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/** The live variables of all cells: name to value. */
public final class Variables {
  private final JShell jshell;
  private final CellControl control;
  private final Origins origins;
  private final Fields fields;

  Variables(JShell jshell, CellControl control, Origins origins, Fields fields) {
    this.jshell = jshell;
    this.control = control;
    this.origins = origins;
    this.fields = fields;
  }

  /**
   * A variable.
   *
   * @param type without packages, as a person writes it
   * @param cell the number of the cell that declared it, 0 if none did
   */
  public record Variable(String name, String type, int cell, Object value) {}

  /** All variables with their values, those of the short way last. */
  public synchronized Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    known().forEach(each -> all.put(each.name(), value(each)));
    fields.all().forEach(each -> all.put(each.name(), each.value()));
    return all;
  }

  /** The name of the variable that holds this very object, or null. */
  public synchronized String nameOf(Object value) {
    if (value == null) {
      return null;
    }
    for (Made each : fields.all()) {
      if (each.value() == value) {
        return each.name();
      }
    }
    return known()
        .filter(each -> value(each) == value)
        .map(VarSnippet::name)
        .findFirst()
        .orElse(null);
  }

  /** The value of a variable, or null. */
  public Object valueOf(String name) {
    return find(name).map(Variable::value).orElse(null);
  }

  /** The variable of a name. */
  public synchronized Optional<Variable> find(String name) {
    Made made = fields.get(name);
    if (made != null) {
      String type = Names.withoutPackages(made.type());
      return Optional.of(new Variable(name, type, made.cell().number(), made.value()));
    }
    return known()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(each -> new Variable(name, Names.typeOf(each), cell(each), value(each)));
  }

  private Stream<VarSnippet> known() {
    return jshell.variables().filter(each -> jshell.status(each) == Status.VALID);
  }

  private int cell(VarSnippet variable) {
    Origins.Origin origin = origins.of(variable.id());
    return origin == null ? 0 : origin.cell().number();
  }

  private Object value(VarSnippet variable) {
    jshell.varValue(variable);
    return control.takeVariable();
  }
}
