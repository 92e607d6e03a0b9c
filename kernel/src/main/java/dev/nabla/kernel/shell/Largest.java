package dev.nabla.kernel.shell;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Which variables hold most, by the number of their elements. */
final class Largest {
  private static final int MOST = 3;

  /** Fewer elements than this fill no heap. */
  private static final long FEWEST = 100_000;

  private Largest() {}

  private record Sized(String name, long elements) {}

  /** One line that names the largest variables and how to free one; empty if none is large. */
  static List<String> advice(Map<String, Object> variables) {
    List<Sized> largest =
        variables.entrySet().stream()
            .map(each -> new Sized(each.getKey(), elements(each.getValue(), 0)))
            .filter(each -> each.elements >= FEWEST)
            .sorted(Comparator.comparingLong(Sized::elements).reversed())
            .limit(MOST)
            .toList();
    if (largest.isEmpty()) {
      return List.of();
    }
    StringBuilder line = new StringBuilder("The largest variables: ");
    for (Sized each : largest) {
      line.append(String.format(Locale.ROOT, "%s (%d elements), ", each.name, each.elements));
    }
    line.setLength(line.length() - 2);
    line.append(". To free one, write ").append(largest.get(0).name).append(" = null;");
    return List.of(line.toString());
  }

  private static long elements(Object value, int depth) {
    if (value == null || depth > 2) {
      return 1;
    }
    if (value instanceof SimpleMatrix matrix) {
      return matrix.getNumElements();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof Collection<?> collection) {
      Object first = collection.isEmpty() ? null : collection.iterator().next();
      return collection.size() * elements(first, depth + 1);
    }
    if (value.getClass().isArray()) {
      int length = Array.getLength(value);
      boolean nested = length > 0 && !value.getClass().getComponentType().isPrimitive();
      return length * (nested ? elements(Array.get(value, 0), depth + 1) : 1);
    }
    return value instanceof CharSequence text ? text.length() : 1;
  }
}
