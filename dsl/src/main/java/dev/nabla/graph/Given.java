package dev.nabla.graph;

import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Curve;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Rational;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.graph.formula.Nearest;
import dev.nabla.graph.formula.Reader;
import dev.nabla.matrix.ScalarFunction;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.simple.SimpleMatrix;

/** The values somebody gives to a graph, checked against its names and shapes. */
final class Given {
  private static final Pattern PAIR =
      Pattern.compile("\\G[\\s,;]*(\\p{L}[\\p{L}\\d_]*)\\s*=\\s*([-+−]?[\\d.][^\\s,;]*)");
  private final Definitions definitions;
  private final Bindings bindings = Bindings.empty();

  private Given(Definitions definitions) {
    this.definitions = definitions;
  }

  /** {@code x=1 y=-2.5 z=1/3}. */
  static Map<String, Object> parse(String text) {
    Map<String, Object> pairs = new LinkedHashMap<>();
    Matcher matcher = PAIR.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String name = Names.plain(matcher.group(1));
      pairs.put(name, number(name, matcher.group(2)));
      end = matcher.end();
    }
    if (!text.substring(end).replaceAll("[\\s,;]", "").isEmpty()) {
      throw new NablaException(
          "at: cannot read \"%s\". Write numbers as \"x=1 y=-2.5\", matrices as pairs: at(\"W\", W, \"y\", 3)."
              .formatted(text.substring(end).strip()));
    }
    return pairs;
  }

  private static Double number(String name, String words) {
    String[] parts = words.replace('−', '-').split("/", -1);
    try {
      double value = Double.parseDouble(parts[0]);
      if (parts.length == 1) {
        return value;
      }
      Rational above = Rational.parse(parts[0]);
      Rational below = Rational.parse(parts[1]);
      if (parts.length == 2 && above != null && below != null && below.signum() != 0) {
        return above.dividedBy(below).doubleValue();
      }
    } catch (NumberFormatException wrong) {
      throw new NablaException("at: %s = %s is not a number.".formatted(name, words));
    }
    throw new NablaException("at: %s = %s is not a number.".formatted(name, words));
  }

  /** A name and its value in turn. */
  static Map<String, Object> pairs(Object... namesAndValues) {
    if (namesAndValues.length == 1 && namesAndValues[0] instanceof String text) {
      return parse(text);
    }
    Map<String, Object> pairs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name) || i + 1 == namesAndValues.length) {
        throw new NablaException(
            "at: a name and its value come in turn, such as at(\"W\", W, \"y\", 3).");
      }
      pairs.put(Names.plain(name), namesAndValues[i + 1]);
    }
    return pairs;
  }

  /** The values of the graph at these inputs. */
  static Values values(Definitions definitions, Map<String, Object> pairs) {
    Given given = new Given(definitions);
    pairs.forEach(given::put);
    given.checkComplete();
    Definitions sized = given.sized();
    return new Values(sized, given.bindings);
  }

  private void put(String name, Object value) {
    boolean function = definitions.scope().functions().containsKey(name);
    if (function && value instanceof ScalarFunction f) {
      Curve curve = (order, x) -> curve(name, f, order, x);
      bindings.curves().put(name, curve);
    } else if (function) {
      throw new NablaException(
          "at: %s is a function. Give it an activation, such as at(..., \"%s\", sigmoid)."
              .formatted(name, name));
    } else if (!definitions.inputs().containsKey(name)) {
      throw unknown(name);
    } else if (value instanceof Number number) {
      bindings.values().put(name, new SimpleMatrix(1, 1, true, number.doubleValue()));
    } else if (value instanceof SimpleMatrix matrix) {
      bindings.values().put(name, matrix.copy());
    } else {
      throw new NablaException(
          "at: %s needs a number or a matrix, such as column(1, 2).".formatted(name));
    }
  }

  private static double curve(String name, ScalarFunction f, int order, double x) {
    return switch (order) {
      case 0 -> f.of(x);
      case 1 -> f.slope(x);
      default ->
          throw new NablaException(
              "%s%s has no values: %s is given with its first derivative alone."
                  .formatted(name, "'".repeat(order), name));
    };
  }

  private NablaException unknown(String name) {
    if (definitions.formulas().containsKey(name)) {
      return new NablaException(
          "at: %s is computed by its formula, so it takes no value. The inputs are %s."
              .formatted(name, String.join(", ", definitions.inputs().keySet())));
    }
    return new NablaException(
        "at: \"%s\" is not an input of this graph.%s The inputs are %s."
            .formatted(
                name,
                Nearest.question(name, definitions.inputs().keySet()),
                String.join(", ", definitions.inputs().keySet())));
  }

  private void checkComplete() {
    for (String function : definitions.scope().functions().keySet()) {
      if (!bindings.curves().containsKey(function)) {
        throw new NablaException(
            "at: %s has no values. Give it an activation, such as at(..., \"%s\", sigmoid)."
                .formatted(function, function));
      }
    }
    for (String mapping : definitions.scope().mappings().keySet()) {
      throw new NablaException(
          "at: %s is a symbol without values. chainRule and derivative work with it; for numbers write its formula."
              .formatted(mapping));
    }
    bindSizes();
    List<String> missing = new ArrayList<>();
    for (String name : definitions.inputs().keySet()) {
      Integer size = bindings.sizes().get(name);
      if (!bindings.values().containsKey(name) && size != null) {
        bindings.values().put(name, new SimpleMatrix(1, 1, true, size));
      } else if (!bindings.values().containsKey(name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
  }

  private NablaException missing(List<String> missing) {
    Set<String> others = new LinkedHashSet<>(definitions.inputs().keySet());
    others.addAll(definitions.formulas().keySet());
    for (String name : missing) {
      for (int cut = 1; cut < name.length(); cut++) {
        String first = name.substring(0, cut);
        String second = name.substring(cut);
        if (others.contains(first) && others.contains(second)) {
          return new NablaException(
              "graph: \"%s\" has no value, but %s and %s are in the formula. For the product write %s %s."
                  .formatted(name, first, second, first, second));
        }
      }
    }
    String list = String.join(", ", missing);
    return new NablaException(
        "graph: %s %s no value. Give %s: at(\"... %s=1\"), or at(..., \"%s\", matrix)."
            .formatted(
                list,
                missing.size() == 1 ? "has" : "have",
                missing.size() == 1 ? "it one" : "them values",
                missing.get(0),
                missing.get(0)));
  }

  /** Finds the number behind each letter of a declared shape. */
  private void bindSizes() {
    Map<String, String> reasons = new LinkedHashMap<>();
    definitions
        .inputs()
        .forEach(
            (name, shape) -> {
              SimpleMatrix value = bindings.values().get(name);
              if (value != null && declared(name)) {
                bind(name, shape, value, shape.rows(), value.getNumRows(), reasons);
                bind(name, shape, value, shape.columns(), value.getNumCols(), reasons);
              }
            });
  }

  private boolean declared(String name) {
    return definitions.scope().declared().contains(name);
  }

  private void bind(
      String name,
      Shape shape,
      SimpleMatrix value,
      String letter,
      int size,
      Map<String, String> reasons) {
    String is = name + " is " + value.getNumRows() + " x " + value.getNumCols();
    if (Character.isDigit(letter.charAt(0))) {
      if (Integer.parseInt(letter) != size) {
        boolean turned = Shape.of(value.getNumCols(), value.getNumRows()).equals(shape);
        throw new NablaException(
            "at: %s, but the graph says %s.%s"
                .formatted(is, shape, turned ? " Did you mean " + name + ".transpose()?" : ""));
      }
      return;
    }
    Integer before = bindings.sizes().put(letter, size);
    if (before != null && before != size) {
      throw new NablaException(
          "at: %s (%s), so %s is %d, but %s, so %s is %d."
              .formatted(is, shape, letter, size, reasons.get(letter), letter, before));
    }
    reasons.putIfAbsent(letter, is + " (" + shape + ")");
  }

  /** The graph with numbers in all shapes. */
  private Definitions sized() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    bindings
        .values()
        .forEach(
            (name, value) -> {
              boolean number = value.getNumElements() == 1;
              if (!declared(name) && !number) {
                shapes.put(name, Shape.of(value.getNumRows(), value.getNumCols()));
              }
            });
    return shapes.isEmpty() && bindings.sizes().isEmpty()
        ? definitions
        : Reader.definitions(definitions.text(), shapes, bindings.sizes());
  }
}
