package dev.nabla.display;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A PDF file of one page. Coordinates are pixels from the top left, as in pictures. */
final class PaperPage {
  /** Points in a pixel. */
  private static final double SCALE = 0.75;

  private final StringBuilder content = new StringBuilder();
  private final List<byte[]> images = new ArrayList<>();

  void add(String command) {
    content.append(command).append('\n');
  }

  void add(double x, double y, String command) {
    add(Svg.number(x) + " " + Svg.number(y) + " " + command);
  }

  void add(double x1, double y1, double x2, double y2, double x, double y, String command) {
    String handles = Svg.number(x1) + " " + Svg.number(y1) + " " + Svg.number(x2) + " ";
    add(handles + Svg.number(y2) + " " + Svg.number(x) + " " + Svg.number(y) + " " + command);
  }

  /** {@code #ff0000} as {@code 1 0 0} */
  static String color(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return Svg.number((rgb >> 16) / 255.0)
        + " "
        + Svg.number((rgb >> 8 & 0xff) / 255.0)
        + " "
        + Svg.number((rgb & 0xff) / 255.0);
  }

  /** Writes words from a point to the right, or upward when turned; gives how long they are. */
  double words(
      PaperFont font, String words, double size, double x, double y, boolean turned, String color) {
    String direction = turned ? "0 -1 -1 0 " : "1 0 0 -1 ";
    add(color(color) + " rg BT " + direction + Svg.number(x) + " " + Svg.number(y) + " Tm");
    double length = 0;
    for (PaperFont.Run run : font.runs(words)) {
      add("/F" + run.font().ordinal() + " " + Svg.number(size) + " Tf");
      add("(" + run.bytes().replaceAll("([()\\\\])", "\\\\$1") + ") Tj");
      length += run.width() * size;
    }
    add("ET");
    return length;
  }

  /** Deflated rows of pixels, each behind a byte for its filter, stretched over a rectangle. */
  void image(
      byte[] pixels, int columns, int rows, double x, double y, double width, double height) {
    add("q " + Svg.number(width) + " 0 0 " + Svg.number(-height) + " " + Svg.number(x));
    add(Svg.number(y + height) + " cm /I" + images.size() + " Do Q");
    String rowsOfPixels = "/DecodeParms << /Predictor 15 /Colors 3 /Columns " + columns + " >>";
    images.add(
        stream(
            "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width "
                + columns
                + " /Height "
                + rows
                + " /Filter /FlateDecode "
                + rowsOfPixels,
            pixels));
  }

  private static byte[] stream(String dictionary, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(latin("<< " + dictionary + " /Length " + content.length + " >>\nstream\n"));
    out.writeBytes(content);
    out.writeBytes(latin("\nendstream"));
    return out.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The file. */
  byte[] finish(double width, double height) {
    double pageWidth = SCALE * width;
    double pageHeight = SCALE * height;
    StringBuilder fonts = new StringBuilder();
    for (PaperFont font : PaperFont.values()) {
      fonts
          .append("/F")
          .append(font.ordinal())
          .append(" << /Type /Font /Subtype /Type1 /BaseFont /");
      fonts.append(font.baseFont);
      boolean letters = font == PaperFont.HELVETICA || font == PaperFont.COURIER;
      fonts.append(letters ? " /Encoding /WinAnsiEncoding >> " : " >> ");
    }
    StringBuilder named = new StringBuilder();
    for (int i = 0; i < images.size(); i++) {
      named.append("/I").append(i).append(' ').append(5 + i).append(" 0 R ");
    }
    List<byte[]> objects = new ArrayList<>();
    objects.add(latin("<< /Type /Catalog /Pages 2 0 R >>"));
    objects.add(latin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
    objects.add(
        latin(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 "
                + Svg.number(pageWidth)
                + " "
                + Svg.number(pageHeight)
                + "]\n/Resources << /Font << "
                + fonts
                + ">> /XObject << "
                + named
                + ">> >> >>"));
    String topDown = SCALE + " 0 0 " + -SCALE + " 0 " + Svg.number(pageHeight) + " cm\n";
    objects.add(stream("", latin(topDown + content)));
    objects.addAll(images);
    return file(objects);
  }

  /** The objects one after the other, then where each of them begins. */
  private static byte[] file(List<byte[]> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(latin("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n"));
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      places.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", out.size()));
      out.writeBytes(latin(i + 1 + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(latin("\nendobj\n"));
    }
    int table = out.size();
    int count = objects.size() + 1;
    out.writeBytes(latin("xref\n0 " + count + "\n" + places));
    out.writeBytes(latin("trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + table));
    out.writeBytes(latin("\n%%EOF\n"));
    return out.toByteArray();
  }
}
