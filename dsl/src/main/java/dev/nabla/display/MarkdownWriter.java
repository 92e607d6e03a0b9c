package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;

/**
 * Markdown with LaTeX in double dollar signs: the form of a worked solution that every notebook
 * front end and every export typesets. Only {@code aligned} and {@code array}, which KaTeX knows.
 */
final class MarkdownWriter {
  /** Longer solutions fold: one line for each step, opened by a click. */
  private static final int LONGEST_OPEN = 8;

  private MarkdownWriter() {}

  static String write(View.Solution solution) {
    List<String> parts = new ArrayList<>();
    if (solution.title() != null) {
      parts.add("**" + Escape.markdown(solution.title().text()) + "**");
    }
    boolean folds = solution.steps().size() > LONGEST_OPEN;
    int number = 1;
    for (View.Step step : solution.steps()) {
      String title = number + "\\. " + Escape.markdown(step.title());
      String sentence = Escape.markdown(step.sentence());
      String formula = "$$" + aligned(step) + "$$";
      if (folds) {
        String summary = number + ". " + Escape.html(step.title());
        parts.add("<details><summary>" + summary + "</summary>");
        parts.add(sentence.isEmpty() ? formula : sentence + "\n\n" + formula);
        parts.add("</details>");
      } else {
        parts.add("**" + title + "**" + (sentence.isEmpty() ? "" : " " + sentence));
        parts.add(formula);
      }
      number++;
    }
    return String.join("\n\n", parts);
  }

  private static String aligned(View.Step step) {
    StringBuilder out = new StringBuilder("\\begin{aligned} ").append(step.quantity().latex());
    String next = " &= ";
    for (Notation side : step.sides()) {
      out.append(next).append(side.latex());
      next = " \\\\ &= ";
    }
    return out.append(" \\end{aligned}").toString();
  }
}
