package dev.nabla.net;

import dev.nabla.Nabla;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** What the language offers by name, so that a new entry is tested without being listed. */
final class Offered {
  private Offered() {}

  /** The values of this type that are preloaded. */
  static <T> List<T> of(Class<T> type) {
    List<T> offered = new ArrayList<>();
    for (Field field : Nabla.class.getFields()) {
      if (type.isAssignableFrom(field.getType())) {
        try {
          offered.add(type.cast(field.get(null)));
        } catch (IllegalAccessException hiddenField) {
          throw new AssertionError(hiddenField);
        }
      }
    }
    return offered;
  }
}
