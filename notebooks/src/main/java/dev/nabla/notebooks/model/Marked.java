package dev.nabla.notebooks.model;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markers of teaching assistants in one cell; this is the only place that reads them.
 *
 * <pre>
 * var dW1 = "1 2; 3 4";   // ANSWER 2-dW1 points=2      an answer, in a declaration of one line
 * // BEGIN SOLUTION  ...  // END SOLUTION               what students shall not see
 * // BEGIN HIDDEN TESTS  ...  // END HIDDEN TESTS       what only grading runs
 * &lt;!-- BEGIN SOLUTION --&gt; ... &lt;!-- END SOLUTION --&gt;   the same in Markdown
 * &lt;!-- ANSWER 3-why points=2 --&gt;                        an answer in words, graded by a person
 * </pre>
 *
 * @param cell the cell
 * @param lines its lines, each with what it is
 * @param answers the answers it asks for, in order
 */
public record Marked(Cell cell, List<Line> lines, List<Answer> answers) {
  private static final Pattern REGION =
      Pattern.compile("\\b(BEGIN|END) (SOLUTION|HIDDEN TESTS)\\b");
  private static final Pattern ANSWER =
      Pattern.compile("^(.*?)(?://|<!--)\\s*ANSWER\\s+(\\S+)(.*?)(?:-->)?\\s*$");
  private static final Pattern POINTS = Pattern.compile("\\bpoints\\s*=\\s*(\\d+(?:\\.\\d+)?)\\b");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s*[\\p{L}_][\\w.<>\\[\\], ]*\\s+([\\p{L}_]\\w*)\\s*=(?!=).*;\\s*$",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COMMENT = Pattern.compile("^\\s*(//|<!--).*");

  /** What a line is. */
  public enum Kind {
    PLAIN,
    ANSWER,
    SOLUTION,
    HIDDEN,
    MARKER
  }

  /** One line. */
  public record Line(Kind kind, String text) {}

  /**
   * An answer that is asked for.
   *
   * @param id as the marker says it
   * @param points what it is worth; NaN where the marker does not say
   * @param variable the variable that takes it; null in Markdown
   */
  public record Answer(String id, double points, String variable) {

    /** The id in the letters that nbgrader allows. */
    public String gradeId() {
      return id.replaceAll("[^a-zA-Z0-9_-]", "-");
    }
  }

  /**
   * The markers of a cell.
   *
   * @throws NablaException where a marker cannot be understood, with the cell
   */
  public static Marked of(Cell cell) {
    List<Line> lines = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    String open = null;
    for (String text : cell.source().split("\n", -1)) {
      Matcher region = REGION.matcher(text);
      Matcher answer = ANSWER.matcher(text);
      if (COMMENT.matcher(text).matches() && region.find()) {
        boolean begin = region.group(1).equals("BEGIN");
        if (begin == (open != null) || !begin && !region.group(2).equals(open)) {
          throw wrong(cell, begin ? open : region.group(2), begin ? "END" : "BEGIN");
        }
        open = begin ? region.group(2) : null;
        lines.add(new Line(Kind.MARKER, text));
      } else if (open != null) {
        lines.add(new Line(open.equals("SOLUTION") ? Kind.SOLUTION : Kind.HIDDEN, text));
      } else if (answer.matches() && !cell.type().equals("raw")) {
        lines.add(new Line(Kind.ANSWER, text));
        answers.add(answer(cell, answer));
      } else {
        lines.add(new Line(Kind.PLAIN, text));
      }
    }
    if (open != null) {
      throw wrong(cell, open, "END");
    }
    if (!cell.isCode() && answers.size() > 1) {
      throw new NablaException(
          name(cell) + ": it asks for several answers in words. Give each a cell of its own.");
    }
    return new Marked(cell, List.copyOf(lines), List.copyOf(answers));
  }

  private static Answer answer(Cell cell, Matcher marker) {
    Matcher points = POINTS.matcher(marker.group(3));
    double worth = points.find() ? Double.parseDouble(points.group(1)) : Double.NaN;
    String rest = POINTS.matcher(marker.group(3)).replaceAll("").strip();
    if (!rest.isEmpty()) {
      throw new NablaException(
          "%s: ANSWER %s: an id has no spaces, and behind it stands points=1 alone. Write ANSWER %s points=1"
              .formatted(
                  name(cell),
                  (marker.group(2) + marker.group(3)).strip(),
                  (marker.group(2) + " " + rest).replaceAll("\\s+", "-")));
    }
    String variable = null;
    if (cell.isCode()) {
      Matcher declaration = DECLARATION.matcher(marker.group(1));
      if (!declaration.matches()) {
        throw new NablaException(
            name(cell)
                + ": before // ANSWER "
                + marker.group(2)
                + " stands one declaration on one line, such as var dW1 = \"1 2; 3 4\";");
      }
      variable = declaration.group(1);
    }
    return new Answer(marker.group(2), worth, variable);
  }

  private static NablaException wrong(Cell cell, String region, String missing) {
    return new NablaException(
        name(cell)
            + ": "
            + (missing.equals("END") ? "an END " : "a BEGIN ")
            + region
            + " is missing.");
  }

  private static String name(Cell cell) {
    return "cell " + (cell.id().isEmpty() ? "without an id" : cell.id());
  }

  /** Whether nothing stands outside of regions of this kind, and something inside. */
  public boolean isWholly(Kind kind) {
    return lines.stream().anyMatch(line -> line.kind() == kind)
        && lines.stream()
            .allMatch(
                line -> line.kind() == kind || line.kind() == Kind.MARKER || line.text().isBlank());
  }

  /** Whether some line is of this kind. */
  public boolean has(Kind kind) {
    return lines.stream().anyMatch(line -> line.kind() == kind);
  }

  /** The place of the last line with an answer; -1 where none is asked for. */
  public int lastAnswer() {
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).kind() == Kind.ANSWER ? i : last;
    }
    return last;
  }

  /** Whether it has no marker at all. */
  public boolean isPlain() {
    return lines.stream().allMatch(line -> line.kind() == Kind.PLAIN);
  }
}
