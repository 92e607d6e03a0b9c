package dev.nabla.kernel.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/** The live variables of all cells: name to value. */
public final class Variables {
  private final JShell jshell;
  private final CellControl control;

  Variables(JShell jshell, CellControl control) {
    this.jshell = jshell;
    this.control = control;
  }

  /** All variables with their values, in the order of their declaration. */
  public synchronized Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    jshell
        .variables()
        .filter(each -> jshell.status(each) == Status.VALID)
        .forEach(each -> all.put(each.name(), value(each)));
    return all;
  }

  /** The name of the variable that holds this very object, or null. */
  public synchronized String nameOf(Object value) {
    if (value == null) {
      return null;
    }
    return jshell
        .variables()
        .filter(each -> jshell.status(each) == Status.VALID && value(each) == value)
        .map(VarSnippet::name)
        .findFirst()
        .orElse(null);
  }

  /** The value of a variable, or null. */
  public synchronized Object valueOf(String name) {
    return jshell
        .variables()
        .filter(each -> each.name().equals(name) && jshell.status(each) == Status.VALID)
        .findFirst()
        .map(this::value)
        .orElse(null);
  }

  private Object value(VarSnippet variable) {
    jshell.varValue(variable);
    return control.takeVariable();
  }
}
