package dev.nabla.kernel.extension;

import dev.nabla.display.Display;
import dev.nabla.kernel.magic.Bundled;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * Shows what can paint itself: a value with {@code paint(Graphics2D, int, int)}, {@code getWidth()}
 * and {@code getHeight()}, such as a chart of XChart.
 */
final class Painted implements Renderer {
  private static final int LARGEST = 4000;

  @Override
  public Object render(Object value) {
    Class<?> type = value.getClass();
    if (type.getName().startsWith("java.") || type.getName().startsWith("dev.nabla.")) {
      return null;
    }
    try {
      Method paint = type.getMethod("paint", Graphics2D.class, int.class, int.class);
      int width = size(type.getMethod("getWidth").invoke(value));
      int height = size(type.getMethod("getHeight").invoke(value));
      return bundled(paint, value, width, height);
    } catch (NoSuchMethodException e) {
      return null;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  private static int size(Object size) {
    return size instanceof Number number
        ? Math.max(1, Math.min(LARGEST, number.intValue()))
        : LARGEST / 8;
  }

  private static Bundled bundled(Method paint, Object value, int width, int height)
      throws IllegalAccessException, InvocationTargetException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    try {
      paint.invoke(value, graphics, width, height);
    } finally {
      graphics.dispose();
    }
    String text = value.getClass().getSimpleName() + ", " + width + " x " + height + " pixels";
    return Bundled.of(Display.PNG, Base64.getEncoder().encodeToString(png(image)), text);
  }

  private static byte[] png(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
