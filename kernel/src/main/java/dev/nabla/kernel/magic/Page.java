package dev.nabla.kernel.magic;

import dev.nabla.display.Display;
import java.util.Map;

/** The manual of a magic as a value that is shown. */
record Page(Magic magic) implements Bundled {
  @Override
  public Map<String, String> bundle() {
    Manual manual = magic.manual();
    return Map.of(Display.TEXT, manual.text(), Display.MARKDOWN, manual.markdown());
  }

  @Override
  public String toString() {
    return magic.manual().text();
  }
}
