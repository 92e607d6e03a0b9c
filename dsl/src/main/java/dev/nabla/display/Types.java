package dev.nabla.display;

import java.lang.reflect.Array;

/** What a value is, in the words of its programmer: {@code Point}, {@code double[2][3]}. */
final class Types {
  private Types() {}

  /** The simple name; of a class without one, what it extends or implements. */
  static String name(Class<?> type) {
    if (type.isAnonymousClass() || isLambda(type)) {
      Class<?>[] interfaces = type.getInterfaces();
      return name(interfaces.length > 0 ? interfaces[0] : type.getSuperclass());
    }
    return type.getSimpleName();
  }

  /** Told by name, because Java may have come without pictures. */
  static boolean isImage(Object value) {
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals("java.awt.image.BufferedImage")) {
        return true;
      }
    }
    return false;
  }

  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.isSynthetic();
  }

  /**
   * Whether it is an object of a class of one's own that says nothing about itself: its {@code
   * toString} is that of every object.
   */
  static boolean isBare(Object value) {
    Class<?> type = value.getClass();
    if (type.getModule().isNamed() || isLambda(type)) {
      return false;
    }
    try {
      return type.getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code double[2][3]}; {@code double[2][]} when rows differ. */
  static String ofArray(Object array) {
    Class<?> entries = array.getClass().getComponentType();
    int length = Array.getLength(array);
    String sizes = "[" + length + "]";
    if (entries.isArray()) {
      int width = width((Object[]) array);
      sizes += width < 0 ? "[]" : "[" + width + "]";
      entries = entries.getComponentType();
    }
    for (; entries.isArray(); entries = entries.getComponentType()) {
      sizes += "[]";
    }
    return name(entries) + sizes;
  }

  /** The length of all rows; -1 if they differ. */
  private static int width(Object[] rows) {
    int width = -1;
    for (Object row : rows) {
      int length = row == null ? -1 : Array.getLength(row);
      if (length < 0 || width >= 0 && length != width) {
        return -1;
      }
      width = length;
    }
    return width;
  }
}
