package dev.nabla.display;

import java.awt.image.BufferedImage;

/**
 * Pictures of Java as PNG. Nothing else here may name their classes: a small Java comes without
 * them.
 */
final class Images {
  /** Larger pictures are shown by samples. */
  private static final int LARGEST = 800;

  private Images() {}

  /**
   * The view of a {@link BufferedImage}.
   *
   * @param name the variable that holds it, or null
   */
  static View view(Object value, String name) {
    BufferedImage image = (BufferedImage) value;
    int largest = Math.max(image.getWidth(), image.getHeight());
    double part = Math.min(1, (double) LARGEST / largest);
    int width = Math.max(1, (int) (image.getWidth() * part));
    int height = Math.max(1, (int) (image.getHeight() * part));
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      int from = (int) ((long) y * image.getHeight() / height);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = image.getRGB((int) ((long) x * image.getWidth() / width), from);
      }
    }
    String size = image.getWidth() + " x " + image.getHeight() + " pixels";
    String shown = part < 1 ? ", shown by " + width + " x " + height : "";
    String start = name == null ? "Picture of " : name + ": a picture of ";
    return new View.Picture(
        Png.withAlpha(pixels, width, height), width, height, start + size + shown + ".");
  }
}
