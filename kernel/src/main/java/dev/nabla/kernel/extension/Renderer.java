package dev.nabla.kernel.extension;

/**
 * Shows the values of a library. A library names its own in {@code
 * META-INF/services/dev.nabla.kernel.extension.Renderer}.
 *
 * <pre>{@code
 * public final class Charts implements Renderer {
 *   public Object render(Object value) {
 *     return value instanceof Chart chart ? Bundled.of("image/svg+xml", chart.svg(), "a chart") : null;
 *   }
 * }
 * }</pre>
 */
public interface Renderer {

  /**
   * What is shown in the place of a value: a {@link dev.nabla.kernel.magic.Bundled}, a {@link
   * dev.nabla.display.Showable} or anything else that can be shown. Null for a value that it does
   * not know.
   */
  Object render(Object value);
}
