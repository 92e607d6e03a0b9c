package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Function;
import dev.nabla.graph.algebra.Mapping;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code W: n x d, x: d, phi: R -> R}: names with their shapes, and functions. Names in a row
 * share what the last one says: {@code f, g: R -> R}.
 */
final class Declaration {
  private static final Pattern ITEM = Pattern.compile("\\s*([\\p{L}][\\p{L}\\d_]*)\\s*(?::(.*))?");
  private static final String SIZE = "(\\d+|\\p{L}[\\p{L}\\d]*)";
  private static final Pattern MATRIX =
      Pattern.compile(SIZE + "\\s+[x×]\\s+" + SIZE + "|(\\d+)\\s*[x×]\\s*(\\d+)");
  private static final Pattern COLUMN = Pattern.compile(SIZE);
  private static final Pattern SPACE =
      Pattern.compile("[Rℝ](?:\\s*\\^\\s*(?:" + SIZE + "|[({]([^(){}]*)[)}]))?");

  private final Scope scope;
  private final Map<String, Integer> sizes;
  private final Mistake mistake;

  Declaration(Scope scope, Map<String, Integer> sizes, Mistake mistake) {
    this.scope = scope;
    this.sizes = sizes;
    this.mistake = mistake;
  }

  void read(String text, int from, int to) {
    List<String> names = new ArrayList<>();
    int at = from;
    for (String item : text.substring(from, to).split(",", -1)) {
      Matcher matcher = ITEM.matcher(item);
      if (!matcher.matches()) {
        throw mistake.at(
            at + leading(item), "expected a declaration such as x: d or W: n x d or phi: R -> R.");
      }
      names.add(Names.plain(matcher.group(1)));
      if (matcher.group(2) != null) {
        int place = at + matcher.start(2);
        for (String name : names) {
          declare(name, matcher.group(2).strip(), place + leading(matcher.group(2)));
        }
        names.clear();
      }
      at += item.length() + 1;
    }
    if (!names.isEmpty()) {
      throw mistake.at(
          to, names.get(names.size() - 1) + " has no shape. Write a colon and a shape.");
    }
  }

  private static int leading(String item) {
    return item.length() - item.stripLeading().length();
  }

  private void declare(String name, String type, int place) {
    boolean known =
        scope.shapes().containsKey(name)
            || scope.functions().containsKey(name)
            || scope.mappings().containsKey(name);
    if (known) {
      throw mistake.at(place, name + " is declared twice.");
    }
    String[] sides = type.split("->|→", -1);
    if (sides.length == 1) {
      scope.shapes().put(name, shape(type, place));
      scope.declared().add(name);
      return;
    }
    Shape domain = shape(sides[0].strip(), place);
    Shape range = shape(sides[sides.length - 1].strip(), place);
    if (sides.length > 2 || !domain.isColumn() || !range.isColumn()) {
      throw mistake.at(place, "a function goes from R or R^n to R or R^m, such as f: R^3 -> R.");
    }
    if (domain.isNumber() && range.isNumber()) {
      scope.functions().put(name, Function.declared(name));
    } else {
      scope.mappings().put(name, new Mapping(name, domain.rows(), range.rows()));
    }
  }

  private Shape shape(String type, int place) {
    Matcher space = SPACE.matcher(type);
    if (space.matches()) {
      String power = space.group(1) != null ? space.group(1) : space.group(2);
      return power == null ? Shape.NUMBER : shape(power.strip(), place);
    }
    Matcher matrix = MATRIX.matcher(type);
    if (matrix.matches()) {
      return matrix.group(1) != null
          ? new Shape(size(matrix.group(1), place), size(matrix.group(2), place))
          : new Shape(size(matrix.group(3), place), size(matrix.group(4), place));
    }
    if (COLUMN.matcher(type).matches()) {
      return Shape.column(size(type, place));
    }
    throw mistake.at(
        place, "expected a shape such as d (a column), n x d (a matrix) or R (a number).");
  }

  private String size(String size, int place) {
    if (!Character.isDigit(size.charAt(0))) {
      Integer number = sizes.get(size);
      return number == null ? size : number.toString();
    }
    if (size.length() > 6 || Integer.parseInt(size) == 0) {
      throw mistake.at(place, "a size is a whole number from 1 to 999999.");
    }
    return Integer.toString(Integer.parseInt(size));
  }
}
