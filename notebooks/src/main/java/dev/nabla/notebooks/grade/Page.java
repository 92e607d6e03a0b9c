package dev.nabla.notebooks.grade;

/** A web page that needs nothing else, and that runs no script whoever wrote what it shows. */
final class Page {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      section { border-top: 1px solid #8886; margin-top: 1rem; }
      code { overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; }
      h2 span { font-weight: normal; color: #666; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  private Page() {}

  /**
   * The page.
   *
   * @param title as plain text
   * @param html what stands below it
   */
  static String of(String title, String html) {
    return HEAD.formatted(text(title)) + html + "\n</body>\n</html>\n";
  }

  /** Plain text as HTML. */
  static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
