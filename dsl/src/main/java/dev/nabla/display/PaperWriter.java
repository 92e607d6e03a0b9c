package dev.nabla.display;

import java.util.List;
import java.util.stream.Stream;

/**
 * Views with pictures as a PDF file of one page, the form in which a LaTeX export takes pictures
 * in: words in letters of one width, each picture below them. Other views have LaTeX or their text.
 */
final class PaperWriter {
  private static final double SIZE = 12;
  private static final double LINE = 15;
  private static final double BETWEEN = 8;
  private static final Writer WORDS = new TextWriter();

  private final Pictures pictures;

  PaperWriter(Pictures pictures) {
    this.pictures = pictures;
  }

  /** The file; null for a view without a picture. */
  byte[] write(View view) {
    if (!hasPicture(view)) {
      return null;
    }
    PaperPage page = new PaperPage();
    double y = 0;
    double width = 0;
    boolean lineBefore = false;
    for (Object part : parts(view).toList()) {
      if (part instanceof Svg picture) {
        page.add("q 1 0 0 1 0 " + Svg.number(y) + " cm");
        new PaperPicture(page).draw(picture);
        page.add("Q");
        width = Math.max(width, picture.width());
        y += picture.height() + BETWEEN;
        lineBefore = false;
      } else {
        String[] lines = ((String) part).split("\n");
        if (lines.length == 1 && lineBefore) {
          y -= BETWEEN;
        }
        lineBefore = lines.length == 1;
        for (String line : lines) {
          double baseline = y + 0.8 * LINE;
          double length = page.words(PaperFont.COURIER, line, SIZE, 0, baseline, false, Svg.INK);
          width = Math.max(width, length);
          y += LINE;
        }
        y += BETWEEN;
      }
    }
    return page.finish(width, y - BETWEEN);
  }

  /** Pictures and texts in their order. */
  private Stream<Object> parts(View view) {
    if (!hasPicture(view)) {
      return Stream.of(WORDS.write(view, Grid.IN_GROUP));
    }
    return Pictures.isDrawn(view)
        ? Stream.of(pictures.of(view))
        : members(view).stream().flatMap(this::parts);
  }

  private static boolean hasPicture(View view) {
    return Pictures.isDrawn(view) || members(view).stream().anyMatch(PaperWriter::hasPicture);
  }

  private static List<View> members(View view) {
    if (view instanceof View.Stack stack) {
      return stack.views();
    } else if (view instanceof View.Beside beside) {
      return beside.views();
    } else if (view instanceof View.Illustrated both) {
      return List.of(both.words(), both.picture());
    }
    return List.of();
  }
}
