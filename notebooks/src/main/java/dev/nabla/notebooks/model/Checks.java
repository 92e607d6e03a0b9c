package dev.nabla.notebooks.model;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What judges the answers of a cell: the calls of {@code check} below them.
 *
 * @param answer the answer that is judged
 * @param question what {@code check} is asked, such as {@code 2 dW1}
 */
public record Checks(Marked.Answer answer, String question) {
  private static final Pattern CALL =
      Pattern.compile(
          "check\\(\\s*\"([^\"]*)\"\\s*,\\s*(\\w+)\\s*\\)(?:\\.points\\([^()]*\\))?",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern AROUND = Pattern.compile("show\\([\\s,]*\\)|[\\s;]|//.*");

  /** {@code check("2 dW1", dW1)}. */
  public String call() {
    return "check(\"" + question + "\", " + answer.variable() + ")";
  }

  /**
   * The checks of a cell with answers, in the order of the answers.
   *
   * @throws NablaException if an answer has none, or something else than checks stands below
   */
  public static List<Checks> of(Marked cell) {
    String below = below(cell);
    Matcher call = CALL.matcher(below);
    List<String[]> calls = new ArrayList<>();
    while (call.find()) {
      calls.add(new String[] {call.group(1), call.group(2)});
    }
    String rest = AROUND.matcher(call.replaceAll("")).replaceAll("");
    if (!rest.isEmpty()) {
      throw new NablaException(
          "cell "
              + cell.cell().id()
              + ": below its answers stands more than check(...) or show(check(...), ...). Move the"
              + " rest to a cell of its own.");
    }
    List<Checks> checks = new ArrayList<>();
    for (Marked.Answer answer : cell.answers()) {
      String question =
          calls.stream()
              .filter(each -> each[1].equals(answer.variable()))
              .map(each -> each[0])
              .findFirst()
              .orElseThrow(() -> unjudged(cell, answer));
      checks.add(new Checks(answer, question));
    }
    return checks;
  }

  private static NablaException unjudged(Marked cell, Marked.Answer answer) {
    return new NablaException(
        "cell %s: nothing judges %s. Write check(\"...\", %s) below it."
            .formatted(cell.cell().id(), answer.id(), answer.variable()));
  }

  private static String below(Marked cell) {
    StringBuilder below = new StringBuilder();
    for (Marked.Line line : cell.lines().subList(cell.lastAnswer() + 1, cell.lines().size())) {
      if (line.kind() == Marked.Kind.PLAIN) {
        below.append(line.text()).append('\n');
      }
    }
    return below.toString();
  }
}
