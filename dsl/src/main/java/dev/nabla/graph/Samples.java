package dev.nabla.graph;

import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Curve;
import dev.nabla.graph.algebra.Evaluate;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Mapping;
import dev.nabla.graph.algebra.Rational;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.formula.Definitions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/** Random points at which formulas are compared; the same on every run. */
final class Samples {
  private static final long SEED = 17;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int SMALL_POINTS = 3;
  private static final int LARGEST_NUMERATOR = 10_000;
  private final Definitions definitions;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();

  Samples(Definitions definitions) {
    this.definitions = definitions;
    for (Shape shape : definitions.scope().shapes().values()) {
      size(shape.rows());
      size(shape.columns());
    }
    for (Mapping mapping : definitions.scope().mappings().values()) {
      size(mapping.domain());
      size(mapping.range());
    }
  }

  /**
   * Different letters get different sizes, so that a transpose cannot pass unseen; large sizes
   * become small ones, so that no comparison takes long.
   */
  private void size(String dimension) {
    boolean letter = !Character.isDigit(dimension.charAt(0));
    boolean large = dimension.length() > 1 && !isNumberOfArguments(dimension);
    if (letter || large) {
      sizes.putIfAbsent(dimension, sizes.size() + 2);
    }
  }

  private boolean isNumberOfArguments(String dimension) {
    return definitions.scope().mappings().values().stream()
        .anyMatch(mapping -> mapping.domain().equals(dimension));
  }

  /** A number for each input; small whole ones first, which make readable counterexamples. */
  Map<String, Rational> fractions(int attempt) {
    Random random = random(attempt);
    Map<String, Rational> point = new LinkedHashMap<>();
    for (String name : definitions.inputs().keySet()) {
      point.put(
          name,
          attempt < SMALL_POINTS
              ? Rational.of(random.nextInt(9) - 3)
              : Rational.of(
                  random.nextInt(2 * LARGEST_NUMERATOR) - LARGEST_NUMERATOR,
                  1 + random.nextInt(100)));
    }
    return point;
  }

  /** The same in floating point. */
  Map<String, Double> numbers(Map<String, Rational> point) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    point.forEach((name, value) -> numbers.put(name, value.doubleValue()));
    return numbers;
  }

  /** {@code c=2 w=1 x=0}. */
  String words(Map<String, Rational> point) {
    return point.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /** One random point. */
  final class Point {
    private final Bindings bindings;

    private Point(Bindings bindings) {
      this.bindings = bindings;
    }

    Bindings bindings() {
      return bindings;
    }

    SimpleMatrix value(Expression formula) {
      return Evaluate.value(formula, bindings);
    }

    /** The inputs that are numbers, and the sizes. */
    Map<String, Double> numbers() {
      Map<String, Double> numbers = new LinkedHashMap<>();
      Stream.concat(definitions.inputs().keySet().stream(), sizes.keySet().stream())
          .filter(name -> bindings.values().get(name).getNumElements() == 1)
          .forEach(name -> numbers.put(name, bindings.values().get(name).get(0)));
      return numbers;
    }

    String words() {
      return definitions.inputs().keySet().stream()
          .map(name -> name + "=" + Tables.number(bindings.values().get(name).get(0)))
          .collect(Collectors.joining(" "));
    }
  }

  /** Positive and negative numbers in turn; of functions, smooth waves. */
  Point point(int attempt) {
    return point(attempt, 0);
  }

  /**
   * The same with other sizes, so that a size is seen to be no number.
   *
   * @param larger by how much every size is larger
   */
  Point point(int attempt, int larger) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    this.sizes.forEach((name, size) -> sizes.put(name, size + larger));
    Random random = random(attempt);
    boolean positive = attempt % 2 == 0;
    Bindings bindings = Bindings.empty();
    bindings.sizes().putAll(sizes);
    definitions
        .inputs()
        .forEach(
            (name, shape) -> {
              SimpleMatrix value =
                  new SimpleMatrix(size(shape, true, sizes), size(shape, false, sizes));
              for (int entry = 0; entry < value.getNumElements(); entry++) {
                double x =
                    positive ? 0.25 + 1.75 * random.nextDouble() : 4 * random.nextDouble() - 2;
                value.set(entry, Math.rint(x * 1024) / 1024);
              }
              boolean isSize = sizes.containsKey(name) && shape.isNumber();
              bindings.values().put(name, isSize ? constant(sizes.get(name)) : value);
            });
    sizes.forEach((name, size) -> bindings.values().putIfAbsent(name, constant(size)));
    for (String name : definitions.scope().functions().keySet()) {
      bindings.curves().put(name, wave(random));
    }
    for (Mapping mapping : definitions.scope().mappings().values()) {
      bindings.fields().put(mapping.name(), field(mapping, random, sizes));
    }
    definitions
        .formulas()
        .forEach((name, formula) -> bindings.values().put(name, Evaluate.value(formula, bindings)));
    return new Point(bindings);
  }

  /** Seeds far apart, because generators with neighboring seeds start alike. */
  private static Random random(int attempt) {
    return new Random((SEED + attempt) * SPREAD);
  }

  private static int size(Shape shape, boolean rows, Map<String, Integer> sizes) {
    String dimension = rows ? shape.rows() : shape.columns();
    Integer size = sizes.get(dimension);
    return size != null ? size : Integer.parseInt(dimension);
  }

  private static SimpleMatrix constant(double value) {
    return new SimpleMatrix(1, 1, true, value);
  }

  /** a sin(b x + c): every derivative is known. */
  private static Curve wave(Random random) {
    double a = 0.5 + random.nextDouble();
    double b = 0.5 + random.nextDouble();
    double c = random.nextDouble();
    return (order, x) ->
        a * StrictMath.pow(b, order) * StrictMath.sin(b * x + c + order * Math.PI / 2);
  }

  /** f_k(u) = sin((A u)_k + b_k). */
  private static Mapping.Field field(Mapping mapping, Random random, Map<String, Integer> sizes) {
    int range = size(Shape.column(mapping.range()), true, sizes);
    int domain = size(Shape.column(mapping.domain()), true, sizes);
    SimpleMatrix a = SimpleMatrix.random_DDRM(range, domain, -1, 1, random);
    SimpleMatrix b = SimpleMatrix.random_DDRM(range, 1, -1, 1, random);
    return new Mapping.Field() {
      @Override
      public SimpleMatrix of(SimpleMatrix u) {
        return each(StrictMath::sin, a.mult(u).plus(b));
      }

      @Override
      public SimpleMatrix jacobian(SimpleMatrix u) {
        return each(StrictMath::cos, a.mult(u).plus(b)).diag().mult(a);
      }
    };
  }

  private static SimpleMatrix each(DoubleUnaryOperator f, SimpleMatrix x) {
    SimpleMatrix result = x.copy();
    for (int entry = 0; entry < x.getNumElements(); entry++) {
      result.set(entry, f.applyAsDouble(x.get(entry)));
    }
    return result;
  }
}
