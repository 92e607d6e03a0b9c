package dev.nabla.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one SVG picture: a white card, so that it reads on any background, with a description for
 * those who cannot see it. The same calls give the same bytes.
 */
final class Svg {
  static final String FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif";
  static final String INK = "#222222";
  static final String FAINT = "#666666";

  /** Forward values and positive numbers. */
  static final String BLUE = "#1f5fa8";

  /** Gradients. */
  static final String ORANGE = "#b45309";

  /**
   * One element as it was written, for other formats of the same picture.
   *
   * @param words of a text; null for other elements
   */
  record Element(String name, Map<String, String> attributes, Notation words) {
    String get(String attribute) {
      return attributes.get(attribute);
    }

    double number(String attribute) {
      return Double.parseDouble(attributes.getOrDefault(attribute, "0"));
    }
  }

  private static final double LARGEST_HUNDREDTHS = 1e12;

  private final List<Element> elements = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final double width;
  private final double height;

  Svg(double width, double height, String description) {
    this.width = Math.ceil(width);
    this.height = Math.ceil(height);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(number(this.width));
    out.append("\" height=\"").append(number(this.height)).append("\" viewBox=\"0 0 ");
    out.append(number(this.width)).append(' ').append(number(this.height));
    out.append("\" role=\"img\" font-family=\"").append(FONT).append("\"><title>");
    out.append(Escape.markup(description)).append("</title>");
    element("rect", "x", 0.5, "y", 0.5, "width", this.width - 1, "height", this.height - 1)
        .with("rx", "6")
        .with("fill", "#ffffff")
        .with("stroke", "#dddddd")
        .end();
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** All elements in the order of drawing. */
  List<Element> elements() {
    return elements;
  }

  /** Opens an element with pairs of a name and a number; {@link #end()} closes it. */
  Svg element(String name, Object... attributes) {
    return element(name, (Notation) null, attributes);
  }

  private Svg element(String name, Notation words, Object... attributes) {
    elements.add(new Element(name, new HashMap<>(), words));
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      with((String) attributes[i], number(((Number) attributes[i + 1]).doubleValue()));
    }
    return this;
  }

  Svg with(String name, String value) {
    elements.get(elements.size() - 1).attributes.put(name, value);
    out.append(' ').append(name).append("=\"").append(Escape.attribute(value)).append('"');
    return this;
  }

  void end() {
    out.append("/>");
  }

  void line(double x1, double y1, double x2, double y2, String color) {
    element("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2).with("stroke", color).end();
  }

  /** Words with the middle of their line at y; the anchor is start, middle or end. */
  void text(double x, double y, double size, String anchor, String color, Notation words) {
    element("text", words, "x", x, "y", y + 0.35 * size, "font-size", size);
    if (!anchor.equals("start")) {
      with("text-anchor", anchor);
    }
    with("fill", color);
    out.append('>').append(Scripts.svg(words, size)).append("</text>");
  }

  /** Words that run upward, centered. */
  void turnedText(double x, double y, double size, String color, Notation words) {
    String turn = "rotate(-90 " + number(x) + " " + number(y) + ")";
    element("text", words, "x", x, "y", y, "font-size", size).with("text-anchor", "middle");
    with("fill", color).with("transform", turn);
    out.append('>').append(Scripts.svg(words, size)).append("</text>");
  }

  String finish() {
    return out + "</svg>";
  }

  /** At most two decimals, without trailing zeros; a half is rounded away from zero. */
  static String number(double value) {
    double hundredths = Math.abs(value) * 100;
    double rest = hundredths - Math.floor(hundredths);
    if (!(hundredths < LARGEST_HUNDREDTHS) || Math.abs(rest - 0.5) < 1e-6) {
      return exact(value); // the product may have crossed the half
    }
    long rounded = Math.round(hundredths);
    String whole = (value < 0 && rounded > 0 ? "-" : "") + rounded / 100;
    long decimals = rounded % 100;
    if (decimals == 0) {
      return whole;
    }
    return decimals % 10 == 0
        ? whole + "." + decimals / 10
        : whole + (decimals < 10 ? ".0" : ".") + decimals;
  }

  private static String exact(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String dataUri(String type, byte[] content) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
  }

  static String dataUri(String svg) {
    return dataUri("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
  }
}
