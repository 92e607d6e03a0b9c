package dev.nabla.display;

import java.util.LinkedHashMap;
import java.util.Map;

/** Any Java value as a MIME bundle: the one door through which a front end gets what it shows. */
public final class Display {
  private Display() {}

  /**
   * The bundle of a value: MIME type to content. {@code text/plain} is always there.
   *
   * @param value may be null
   * @param name the variable the value is held by, the caption of a plain matrix; null if unknown
   */
  public static Map<String, String> bundle(Object value, String name) {
    Map<String, String> bundle = new LinkedHashMap<>();
    bundle.put("text/plain", String.valueOf(value));
    return bundle;
  }
}
