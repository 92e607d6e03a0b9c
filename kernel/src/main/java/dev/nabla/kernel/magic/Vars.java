package dev.nabla.kernel.magic;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.kernel.shell.Declared;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Lists the variables with their types, shapes and values. */
final class Vars implements Magic {
  @Override
  public String name() {
    return "vars";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "Lists the variables with their types, shapes, values and the cells they come from.",
        "%vars");
  }

  @Override
  public Outcome run(Invocation invocation) throws Exception {
    Shell shell = invocation.cell().shell();
    List<Declared> variables =
        shell.declared().stream().filter(each -> each.kind() == Declared.Kind.VARIABLE).toList();
    if (variables.isEmpty()) {
      invocation.cell().note("There are no variables.");
      return new Outcome.Nothing();
    }
    Map<String, Object> values = shell.variables().all();
    // The values' own code writes some of it, which an interrupt has to stop.
    Object rows = invocation.cell().foreign(() -> rows(variables, values));
    @SuppressWarnings("unchecked")
    View table =
        new View.Table(
            Notation.of(variables.size() == 1 ? "1 variable" : variables.size() + " variables"),
            List.of("name", "type", "shape", "value", "cell"),
            (List<List<String>>) rows);
    return new Outcome.Value((Showable) () -> table);
  }

  private static List<List<String>> rows(List<Declared> variables, Map<String, Object> values) {
    List<List<String>> rows = new ArrayList<>();
    for (Declared each : variables) {
      Object value = values.get(each.name());
      rows.add(
          List.of(
              each.name(),
              type(each, value),
              shape(value),
              Brief.text(value),
              Integer.toString(each.cell())));
    }
    return rows;
  }

  /**
   * The declared type; where that is Object, the class of the value says more. JShell of JDK 25
   * also tells Object for a {@code var} that is declared again after it was forgotten.
   */
  private static String type(Declared variable, Object value) {
    String simple = value == null ? "" : value.getClass().getSimpleName();
    return variable.type().equals("Object") && !simple.isEmpty() ? simple : variable.type();
  }

  /** {@code 2 x 3} of a matrix or array, {@code 5 entries} of a collection, else nothing. */
  static String shape(Object value) {
    if (value instanceof SimpleMatrix matrix) {
      return matrix.getNumRows() + " x " + matrix.getNumCols();
    }
    if (value instanceof Collection<?> collection) {
      return entries(collection.size());
    }
    if (value instanceof Map<?, ?> map) {
      return entries(map.size());
    }
    if (value == null || !value.getClass().isArray()) {
      return "";
    }
    int length = Array.getLength(value);
    Object first = length == 0 ? null : Array.get(value, 0);
    boolean nested = first != null && first.getClass().isArray();
    return nested ? length + " x " + Array.getLength(first) : entries(length);
  }

  private static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }
}
