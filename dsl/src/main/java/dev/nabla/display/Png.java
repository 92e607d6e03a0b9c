package dev.nabla.display;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pixels as a PNG file, written here so that no window system is needed. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};
  private static final byte[] EIGHT_BIT_RGB_ALPHA = {8, 6, 0, 0, 0};

  private Png() {}

  /** Pixels row by row, each {@code 0xRRGGBB}. */
  static byte[] of(int[] rgb, int width, int height) {
    return file(rgb, width, height, EIGHT_BIT_RGB);
  }

  /** Pixels row by row, each {@code 0xAARRGGBB} with 0 for a pixel that is not seen. */
  static byte[] withAlpha(int[] argb, int width, int height) {
    return file(argb, width, height, EIGHT_BIT_RGB_ALPHA);
  }

  private static byte[] file(int[] pixels, int width, int height, byte[] format) {
    boolean alpha = format == EIGHT_BIT_RGB_ALPHA;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(format);
    chunk(out, "IHDR", header.array());
    ByteBuffer lines = ByteBuffer.allocate(height * (1 + (alpha ? 4 : 3) * width));
    for (int y = 0; y < height; y++) {
      lines.put((byte) 0); // no filter
      for (int x = 0; x < width; x++) {
        int pixel = pixels[y * width + x];
        lines.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        if (alpha) {
          lines.put((byte) (pixel >> 24));
        }
      }
    }
    chunk(out, "IDAT", deflated(lines.array()));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
