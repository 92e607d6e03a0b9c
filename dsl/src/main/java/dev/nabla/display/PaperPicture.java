package dev.nabla.display;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements of a picture as the drawing commands of a page, from the top down. */
final class PaperPicture {
  private static final Pattern PATH = Pattern.compile("([a-zA-Z])|(-?[0-9.]+)");

  /** How far the handles of a Bezier curve stand out that looks like a quarter of a circle. */
  private static final double QUARTER = 0.5523;

  private final PaperPage page;

  PaperPicture(PaperPage page) {
    this.page = page;
  }

  void draw(Svg picture) {
    for (Svg.Element element : picture.elements()) {
      switch (element.name()) {
        case "text" -> text(element);
        case "image" -> image(element);
        default -> {
          pen(element);
          outline(element);
          page.add(paint(element));
        }
      }
    }
  }

  private void pen(Svg.Element element) {
    if (isPainted(element, "fill")) {
      page.add(PaperPage.color(element.get("fill")) + " rg");
    }
    if (isPainted(element, "stroke")) {
      page.add(PaperPage.color(element.get("stroke")) + " RG");
      String width = element.attributes().getOrDefault("stroke-width", "1");
      String dashes = element.attributes().getOrDefault("stroke-dasharray", "");
      page.add(width + " w [" + dashes + "] 0 d");
    }
  }

  private static boolean isPainted(Svg.Element element, String how) {
    String color = element.get(how);
    return color != null && !color.equals("none");
  }

  private static String paint(Svg.Element element) {
    boolean filled = isPainted(element, "fill");
    boolean stroked = isPainted(element, "stroke");
    return filled && stroked ? "B" : filled ? "f" : stroked ? "S" : "n";
  }

  private void outline(Svg.Element element) {
    switch (element.name()) {
      case "rect" -> rectangle(element);
      case "line" -> {
        page.add(element.number("x1"), element.number("y1"), "m");
        page.add(element.number("x2"), element.number("y2"), "l");
      }
      case "path" -> path(element.get("d"));
      default -> throw new IllegalStateException("no form on paper for " + element.name());
    }
  }

  private void rectangle(Svg.Element element) {
    double left = element.number("x");
    double top = element.number("y");
    double right = left + element.number("width");
    double bottom = top + element.number("height");
    double r = Math.min(element.number("rx"), (bottom - top) / 2);
    double k = r * (1 - QUARTER);
    page.add(left + r, top, "m");
    page.add(right - r, top, "l");
    page.add(right - k, top, right, top + k, right, top + r, "c");
    page.add(right, bottom - r, "l");
    page.add(right, bottom - k, right - k, bottom, right - r, bottom, "c");
    page.add(left + r, bottom, "l");
    page.add(left + k, bottom, left, bottom - k, left, bottom - r, "c");
    page.add(left, top + r, "l");
    page.add(left, top + k, left + k, top, left + r, top, "c");
    page.add("h");
  }

  /** The letters of SVG paths that pictures here use; of arcs, halves of circles. */
  private void path(String path) {
    Matcher token = PATH.matcher(path);
    double x = 0;
    double y = 0;
    char letter = ' ';
    while (token.find()) {
      if (token.group(1) != null) {
        letter = token.group().charAt(0);
        if (letter == 'z') {
          page.add("h");
        }
        continue;
      }
      double first = Double.parseDouble(token.group());
      switch (letter) {
        case 'M', 'L' -> {
          x = first;
          y = next(token);
          page.add(x, y, letter == 'M' ? "m" : "l");
        }
        case 'm', 'l' -> {
          x += first;
          y += next(token);
          page.add(x, y, letter == 'm' ? "m" : "l");
        }
        case 'h' -> page.add(x += first, y, "l");
        case 'v' -> page.add(x, y += first, "l");
        case 'C' -> {
          double[] handles = {first, next(token), next(token), next(token)};
          x = next(token);
          y = next(token);
          page.add(handles[0], handles[1], handles[2], handles[3], x, y, "c");
        }
        case 'a' -> {
          for (int flag = 0; flag < 4; flag++) {
            next(token);
          }
          double r = next(token) / 2;
          next(token);
          double k = QUARTER * r;
          page.add(x, y + k, x + r - k, y + r, x + r, y + r, "c");
          page.add(x + r + k, y + r, x + 2 * r, y + k, x + 2 * r, y, "c");
          x += 2 * r;
        }
        default -> throw new IllegalStateException("no form on paper for " + letter);
      }
    }
  }

  private static double next(Matcher token) {
    if (!token.find()) {
      throw new IllegalStateException("a path ends too early");
    }
    return Double.parseDouble(token.group());
  }

  private void text(Svg.Element element) {
    double size = element.number("font-size");
    List<Scripts.Run> runs = Scripts.runs(element.words());
    double width = 0;
    for (Scripts.Run run : runs) {
      for (PaperFont.Run piece : PaperFont.HELVETICA.runs(run.plain())) {
        width += piece.width() * run.size(size);
      }
    }
    String anchor = element.attributes().getOrDefault("text-anchor", "start");
    double along = anchor.equals("start") ? 0 : anchor.equals("end") ? -width : -width / 2;
    boolean turned = element.get("transform") != null;
    String color = element.get("fill");
    for (Scripts.Run run : runs) {
      double down = run.shift() * size;
      double x = element.number("x") + (turned ? down : along);
      double y = element.number("y") + (turned ? -along : down);
      along += page.words(PaperFont.HELVETICA, run.plain(), run.size(size), x, y, turned, color);
    }
  }

  /** The compressed pixels of a PNG are what PDF calls an image of filtered rows. */
  private void image(Svg.Element element) {
    String uri = element.get("href");
    ByteBuffer png =
        ByteBuffer.wrap(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)));
    int columns = png.getInt(16);
    int rows = png.getInt(20);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    for (int at = 8; at < png.limit(); at += 12 + png.getInt(at)) {
      if (png.getInt(at + 4) == 0x49444154) { // IDAT
        pixels.write(png.array(), at + 8, png.getInt(at));
      }
    }
    page.image(
        pixels.toByteArray(),
        columns,
        rows,
        element.number("x"),
        element.number("y"),
        element.number("width"),
        element.number("height"));
  }
}
