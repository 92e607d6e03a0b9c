package dev.nabla.kernel.magic;

import java.util.Map;

/** A value that brings what it shows in formats of its own: MIME type to content. */
public interface Bundled {
  Map<String, String> bundle();

  /**
   * Content of one format.
   *
   * @param text what is shown where that format is not
   */
  static Bundled of(String type, String content, String text) {
    return new Content(type, content, text);
  }

  /** Content of one format, and text. */
  record Content(String type, String content, String text) implements Bundled {
    @Override
    public Map<String, String> bundle() {
      return Map.of("text/plain", text, type, content);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
