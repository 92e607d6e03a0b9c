package dev.nabla.kernel.shell;

import java.lang.reflect.Field;

/** The static field that holds a variable. */
record Slot(Field field) {
  Object get() {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  void set(Object value) {
    try {
      field.set(null, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Such as {@code cells.c3.Code$.a}. */
  String name() {
    return field.getDeclaringClass().getName() + "." + field.getName();
  }

  /** Lets go what it holds. */
  void empty() {
    if (!field.getType().isPrimitive()) {
      set(null);
    }
  }
}
