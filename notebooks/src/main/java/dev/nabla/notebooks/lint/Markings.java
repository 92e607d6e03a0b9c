package dev.nabla.notebooks.lint;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Checks;
import dev.nabla.notebooks.model.Marked;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be said about a source without running it. */
final class Markings {
  /** A right answer that stands there as a number, a text or a matrix. */
  private static final Pattern ASKED =
      Pattern.compile(
          "asks\\(\\s*\"[^\"]*\"\\s*,\\s*(?:(?:matrix|row|column)\\([-\\d.,\\s]*(?:\"[^\"]*\")?\\s*\\)"
              + "|\"[^\"]*\"|[-\\d.]+)\\s*\\)");

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> cells = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  private final boolean sealed;

  private Markings(boolean sealed) {
    this.sealed = sealed;
  }

  /**
   * All of it.
   *
   * @param sealed whether students do not get the exercises to read
   */
  static List<Finding> of(Notebook source, boolean sealed) {
    Markings markings = new Markings(sealed);
    source.cells().forEach(markings::look);
    if (markings.ids.isEmpty() && markings.findings.isEmpty()) {
      markings.findings.add(
          new Finding(
              Finding.Level.WARNING,
              "",
              "it asks for nothing. An answer is a line such as: var dW1 = \"1 2\";   // ANSWER"
                  + " 2-dW1 points=1"));
    }
    return markings.findings;
  }

  private void look(Cell cell) {
    if (!cell.id().isEmpty() && !cells.add(cell.id())) {
      error(cell, "another cell has this id too. Save the notebook again in Jupyter.");
    }
    try {
      Marked marked = Marked.of(cell);
      for (Marked.Answer answer : marked.answers()) {
        look(cell, answer);
      }
      if (cell.isCode() && !marked.answers().isEmpty()) {
        Checks.of(marked);
      }
      if (cell.isCode() && !sealed) {
        lookForAnswersGiven(cell, marked);
      }
    } catch (NablaException e) {
      error(cell, e.getMessage().replaceFirst("^cell \\S+: ", ""));
    }
  }

  private void lookForAnswersGiven(Cell cell, Marked marked) {
    String given =
        marked.lines().stream()
            .filter(line -> line.kind() == Marked.Kind.PLAIN)
            .map(line -> line.text().replaceFirst("^\\s*//.*", ""))
            .collect(Collectors.joining("\n"));
    Matcher asked = ASKED.matcher(given);
    while (asked.find()) {
      error(
          cell,
          asked.group()
              + " gives the answer away, for students read this cell. Let it be computed, such as"
              + " asks(\"rank\", rank(X)), or release with --sealed.");
    }
  }

  private void look(Cell cell, Marked.Answer answer) {
    if (!ids.add(answer.gradeId())) {
      error(cell, "the id " + answer.id() + " is there twice. Give one of them another name.");
    }
    if (Double.isNaN(answer.points())) {
      error(cell, answer.id() + " does not say its points. Write points=1 behind it.");
    }
  }

  private void error(Cell cell, String words) {
    findings.add(Finding.error(cell.id(), words));
  }
}
