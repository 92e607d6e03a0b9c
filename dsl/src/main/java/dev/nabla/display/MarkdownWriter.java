package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Markdown with LaTeX in dollar signs: the form of a worked solution that every notebook front end
 * and every export typesets, and of an answer's check on paper. Only {@code aligned} and {@code
 * array}, which KaTeX knows.
 */
final class MarkdownWriter extends Writer {
  /** Longer solutions fold: one line for each step, opened by a click. */
  private static final int LONGEST_OPEN = 8;

  /** Words that would start a list. */
  private static final Pattern LIST = Pattern.compile("^(\\d*)([-+.)])");

  private static final Pattern SIGNS = Pattern.compile("[✓✗]");

  private static final Writer LATEX = new LatexWriter();

  /**
   * Whether plain text is not enough for paper: tables side by side are wider than its lines, its
   * letters of one width lack the signs of right and wrong, and of points it says no more.
   */
  static boolean isNeeded(View view) {
    if (view instanceof View.Stack stack) {
      return stack.views().stream().anyMatch(MarkdownWriter::isNeeded);
    }
    return view instanceof View.Beside
        || view instanceof View.Graded
        || SIGNS.matcher(Display.text(view)).find();
  }

  @Override
  String line(View.Line line) {
    String words = LIST.matcher(Escape.markdown(line.words().text())).replaceFirst("$1\\\\$2");
    return words.replace("✓", "$\\checkmark$").replace("✗", "$\\times$");
  }

  @Override
  String matrix(Grid grid) {
    return LATEX.matrix(grid);
  }

  /** Null unless each member has a form. */
  @Override
  String stack(View.Stack stack) {
    List<String> parts = stack.views().stream().map(view -> write(view, Grid.IN_GROUP)).toList();
    return parts.stream().allMatch(Objects::nonNull) ? String.join("\n\n", parts) : null;
  }

  @Override
  String beside(View.Beside beside) {
    return LATEX.beside(beside);
  }

  @Override
  String solution(View.Solution solution) {
    List<String> parts = new ArrayList<>();
    if (solution.title() != null) {
      parts.add("**" + Escape.markdown(solution.title().text()) + "**");
    }
    boolean folds = solution.steps().size() > LONGEST_OPEN;
    int number = 1;
    for (View.Step step : solution.steps()) {
      String title = number + "\\. " + Escape.markdown(step.title());
      String sentence = step.sentence().markdown();
      String formula = "$$" + aligned(step) + "$$";
      if (folds) {
        String summary = number + ". " + Escape.html(step.title());
        parts.add("<details><summary style=\"display:list-item\">" + summary + "</summary>");
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
    boolean high = step.sides().stream().anyMatch(side -> side.latex().contains("{array}"));
    String next = " &= ";
    for (Notation side : step.sides()) {
      out.append(next).append(side.latex());
      next = (high ? LatexWriter.SPACED_LINE : LatexWriter.LINE) + "&= ";
    }
    return out.append(" \\end{aligned}").toString();
  }
}
