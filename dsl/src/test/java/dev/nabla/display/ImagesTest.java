package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures of Java, read back by Java's own reader. */
class ImagesTest {
  private static BufferedImage shown(Map<String, String> bundle) throws IOException {
    byte[] png = Base64.getDecoder().decode(bundle.get("image/png"));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void should_show_a_picture_pixel_by_pixel() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF102030);
    image.setRGB(2, 1, 0x80FF0000);

    Map<String, String> bundle = Display.bundle(image, "photo");

    BufferedImage shown = shown(bundle);
    assertThat(shown.getWidth()).isEqualTo(3);
    for (int x = 0; x < 3; x++) {
      for (int y = 0; y < 2; y++) {
        assertThat(shown.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
      }
    }
    assertThat(bundle).containsEntry("text/plain", "photo: a picture of 3 x 2 pixels.");
    assertThat(bundle.get("text/html"))
        .contains("<img alt=\"photo: a picture of 3 x 2 pixels.\" src=\"data:image/png;base64,");
  }

  @Test
  void should_show_a_large_picture_by_samples() throws IOException {
    BufferedImage image = new BufferedImage(4000, 1000, BufferedImage.TYPE_BYTE_GRAY);
    image.setRGB(2000, 500, 0xFFFFFF);

    Map<String, String> bundle = Display.bundle(image, null);

    assertThat(shown(bundle).getWidth()).isEqualTo(800);
    assertThat(shown(bundle).getHeight()).isEqualTo(200);
    assertThat(shown(bundle).getRGB(400, 100)).isEqualTo(0xFFFFFFFF);
    assertThat(shown(bundle).getRGB(399, 100)).isEqualTo(0xFF000000);
    assertThat(bundle.get("text/plain"))
        .isEqualTo("Picture of 4000 x 1000 pixels, shown by 800 x 200.");
  }
}
