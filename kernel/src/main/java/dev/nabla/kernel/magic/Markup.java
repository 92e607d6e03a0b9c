package dev.nabla.kernel.magic;

import dev.nabla.display.Display;
import dev.nabla.kernel.shell.Outcome;

/** Shows the text of a cell in one format. */
record Markup(String name, String type, String title, String example) implements Magic {
  static final Markup HTML = new Markup("html", Display.HTML, "HTML", "<b>bold</b>");
  static final Markup LATEX = new Markup("latex", Display.LATEX, "LaTeX", "$$W_2 Z_1$$");
  static final Markup MARKDOWN = new Markup("markdown", Display.MARKDOWN, "Markdown", "**bold**");
  static final Markup SVG =
      new Markup(
          "svg",
          "image/svg+xml",
          "SVG",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\">\n"
              + "  <circle cx=\"20\" cy=\"20\" r=\"18\"/>\n"
              + "</svg>");

  @Override
  public Manual manual() {
    return new Manual("Shows the cell as " + title + ".", "%%" + name)
        .example("%%" + name + "\n" + example);
  }

  @Override
  public Outcome run(Invocation invocation) {
    String content = invocation.body();
    return new Outcome.Value(Bundled.of(type, content, content.strip()));
  }
}
