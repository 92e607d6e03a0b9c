package dev.nabla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A number times a product of names, {@code 1/2 n} or {@code n/N}, that one formula is of another.
 *
 * @param names such as {@code n}, {@code 1/n}, {@code x y}; empty for the number alone
 */
record Multiple(double number, String names) {
  private static final double TOLERANCE = 1e-9;

  /** Fewer points than this do not tell a product of names from chance. */
  private static final int FEWEST = 4;

  private static final int MOST_NAMES = 20;

  /** {@code n}, {@code minus 1/n}, {@code 2}. */
  String words() {
    if (names.isEmpty() || number == 1) {
      return names.isEmpty() ? minus() : names;
    }
    return names.startsWith("1/") && number != -1
        ? Tables.number(number) + names.substring(1)
        : minus() + " " + names;
  }

  /** {@code n times} or {@code minus}. */
  String times() {
    return names.isEmpty() && number == -1 ? "minus" : words() + " times";
  }

  private String minus() {
    return number == -1 ? "minus" : Tables.number(number);
  }

  /** A product of names with its value at each point. */
  private record Product(String names, double[] values) {}

  /** Finds out whether one formula is such a multiple of another, from their values at points. */
  static final class Search {
    private final List<Map<String, Double>> points = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private boolean possible = true;

    /** Another point, with the numbers that have names there. */
    void at(Map<String, Double> numbers) {
      points.add(numbers);
      ratios.add(Double.NaN);
    }

    /** An entry of both formulas at the point. */
    void add(double yours, double right) {
      if (right == 0 && yours == 0) {
        return;
      }
      int last = ratios.size() - 1;
      double here = yours / right;
      double before = ratios.get(last);
      possible &=
          Double.isFinite(here) && here != 0 && (Double.isNaN(before) || near(here, before));
      ratios.set(last, here);
    }

    private static boolean near(double a, double b) {
      return Math.abs(a - b) <= TOLERANCE * Math.abs(b);
    }

    /** The multiple, or null. */
    Multiple found() {
      if (!possible) {
        return null;
      }
      for (Product each : products()) {
        double number = quotient(each);
        if (!Double.isNaN(number)) {
          double whole = Math.rint(number);
          return new Multiple(near(number, whole) ? whole : number, each.names);
        }
      }
      return null;
    }

    /** The number that is left of the ratios without these names, if it is one; else NaN. */
    private double quotient(Product product) {
      double number = Double.NaN;
      int compared = 0;
      for (int i = 0; i < ratios.size(); i++) {
        double here = ratios.get(i) / product.values[i];
        if (Double.isNaN(here)) {
          continue;
        }
        if (!Double.isFinite(here) || compared++ > 0 && !near(here, number)) {
          return Double.NaN;
        }
        number = here;
      }
      return compared < FEWEST && !product.names.isEmpty() ? Double.NaN : number;
    }

    /** None, one name, its inverse, its square; then two names. */
    private List<Product> products() {
      List<Product> products = new ArrayList<>();
      products.add(product("", null, 0, null, 0));
      List<String> names =
          points.stream()
              .limit(1)
              .flatMap(point -> point.keySet().stream())
              .limit(MOST_NAMES)
              .toList();
      for (String name : names) {
        products.add(product(name, name, 1, null, 0));
        products.add(product("1/" + name, name, -1, null, 0));
        products.add(product(name + "^2", name, 2, null, 0));
        products.add(product("1/" + name + "^2", name, -2, null, 0));
      }
      for (String name : names) {
        for (String other : names) {
          if (!name.equals(other)) {
            products.add(product(name + "/" + other, name, 1, other, -1));
          }
          if (name.compareTo(other) < 0) {
            products.add(product(name + " " + other, name, 1, other, 1));
            products.add(product("1/(" + name + " " + other + ")", name, -1, other, -1));
          }
        }
      }
      return products;
    }

    private Product product(String names, String one, int power, String other, int itsPower) {
      double[] values =
          points.stream()
              .mapToDouble(point -> power(point, one, power) * power(point, other, itsPower))
              .toArray();
      return new Product(names, values);
    }

    private static double power(Map<String, Double> point, String name, int power) {
      return name == null ? 1 : Math.pow(point.get(name), power);
    }
  }
}
