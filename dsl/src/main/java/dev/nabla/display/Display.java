package dev.nabla.display;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Any Java value as a MIME bundle: the one door through which a front end gets what it shows. */
public final class Display {
  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";
  public static final String LATEX = "text/latex";
  public static final String MARKDOWN = "text/markdown";

  /** What an export to LaTeX takes; it would need another program for SVG. */
  public static final String PDF = "application/pdf";

  public static final String PNG = "image/png";
  public static final String SVG = "image/svg+xml";

  private static final Writer TEXT_WRITER = new TextWriter();
  private static final Writer LATEX_WRITER = new LatexWriter();
  private static final Writer MARKDOWN_WRITER = new MarkdownWriter();

  private Display() {}

  /**
   * The bundle of a value: MIME type to content. {@code text/plain} is always there.
   *
   * <p>A value that fails to show itself is shown as its class and the failure.
   *
   * <pre>{@code
   * Display.bundle(new SimpleMatrix(new double[][] {{1, 2}}), "x").get("text/plain")
   * // x - 1 x 2
   * //    1  2
   * // 1  1  2
   * }</pre>
   *
   * @param value may be null
   * @param name the variable the value is held by, the caption of a plain matrix; null if unknown
   */
  public static Map<String, String> bundle(Object value, String name) {
    Map<String, String> bundle = new LinkedHashMap<>();
    try {
      View view = Values.view(value, name);
      if (view != null) {
        fill(bundle, view);
        return bundle;
      }
    } catch (Exception | StackOverflowError | AssertionError | LinkageError failure) {
      bundle.clear();
      bundle.put(TEXT, Types.name(value.getClass()) + " (it cannot be shown: " + failure + ")");
      return bundle;
    }
    bundle.put(TEXT, Values.text(value));
    return bundle;
  }

  private static void fill(Map<String, String> bundle, View view) {
    put(bundle, TEXT, TEXT_WRITER.write(view));
    if (view instanceof View.Solution) {
      put(bundle, MARKDOWN, MARKDOWN_WRITER.write(view));
      return; // HTML would win over Markdown, and its formulas are not typeset everywhere
    }
    Pictures pictures = new Pictures();
    put(bundle, HTML, new HtmlWriter(pictures).write(view));
    if (view instanceof View.Picture pixels) {
      put(bundle, PNG, base64(pixels.png()));
      return;
    }
    byte[] paper = new PaperWriter(pictures).write(view);
    if (paper != null) {
      put(bundle, PDF, base64(paper)); // LaTeX would win over it, without the picture
      return;
    }
    String latex = LATEX_WRITER.write(view);
    put(bundle, LATEX, latex);
    if (latex == null && MarkdownWriter.isNeeded(view)) {
      put(bundle, MARKDOWN, MARKDOWN_WRITER.write(view));
    }
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }

  private static void put(Map<String, String> bundle, String type, String content) {
    if (content != null) {
      bundle.put(type, content);
    }
  }

  /** A view as plain text: what {@code toString} of a {@link Showable} returns. */
  public static String text(View view) {
    return TEXT_WRITER.write(view);
  }

  /** A number as it stands in drawings and sentences: at most four decimals, the size kept. */
  public static String number(double value) {
    return Descriptions.number(value);
  }

  /** Shows entries that need rounding with this many decimals from now on; 4 unless said. */
  public static void useDecimals(int decimals) {
    Numbers.useDecimals(decimals);
  }

  /** Back to the usual decimals. */
  public static void useUsualDecimals() {
    Numbers.useUsualDecimals();
  }
}
