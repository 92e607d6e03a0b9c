package dev.nabla.notebooks.grade;

import java.util.List;
import java.util.Locale;

/** What a student gets back: one page that needs nothing else, with no test and no solution. */
final class Feedback {
  private Feedback() {}

  static String page(Result result) {
    StringBuilder page = new StringBuilder();
    if (result.problem() != null) {
      page.append("<p>Not graded: ").append(Page.text(result.problem())).append("</p>\n");
    } else {
      double open = result.marks().stream().filter(Feedback::isOpen).mapToDouble(Mark::of).sum();
      page.append("<p><b>")
          .append(points(result.points(), result.of()))
          .append("</b>")
          .append(open > 0 ? ", and up to " + typed(open) + " more to be graded by a person" : "")
          .append("</p>\n");
    }
    list(page, result.notes());
    result.marks().forEach(mark -> section(page, mark));
    return Page.of(result.assignment() + ": " + result.student(), page.toString());
  }

  private static boolean isOpen(Mark mark) {
    return mark.verdict().equals("by-hand");
  }

  private static void list(StringBuilder page, List<String> notes) {
    if (!notes.isEmpty()) {
      page.append("<ul>\n");
      notes.forEach(note -> page.append("<li>").append(Page.text(note)).append("</li>\n"));
      page.append("</ul>\n");
    }
  }

  private static void section(StringBuilder page, Mark mark) {
    page.append("<section>\n<h2>").append(Page.text(mark.question())).append(" <span>");
    page.append(isOpen(mark) ? "of " + typed(mark.of()) : points(mark.points(), mark.of()));
    page.append("</span></h2>\n");
    if (!mark.given().isBlank()) {
      page.append("<p>Your answer: <code>").append(Page.text(shortened(mark.given())));
      page.append("</code></p>\n");
    }
    page.append(mark.html() == null ? "<p>" + Page.text(mark.words()) + "</p>" : mark.html());
    page.append("\n</section>\n");
  }

  private static String shortened(String given) {
    return given.length() <= 2_000 ? given : given.substring(0, 2_000) + "...";
  }

  private static String points(double points, double of) {
    return typed(points) + " of " + typed(of) + (of == 1 ? " point" : " points");
  }

  /** As a person types it: 2, 0.5. */
  static String typed(double points) {
    return points == Math.rint(points)
        ? String.valueOf((long) points)
        : String.format(Locale.ROOT, "%s", points);
  }
}
