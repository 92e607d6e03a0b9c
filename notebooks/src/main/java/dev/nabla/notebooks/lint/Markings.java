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

/** What can be said about a source without running it. */
final class Markings {
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> cells = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  private Markings() {}

  static List<Finding> of(Notebook source) {
    Markings markings = new Markings();
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
    } catch (NablaException e) {
      error(cell, e.getMessage().replaceFirst("^cell \\S+: ", ""));
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
