package dev.nabla.notebooks.release;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Marked;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of given cells whatever computes: the exercises, which know the right values, every
 * pass, gradient and derivative, and all statements that build on those. Data, nets and graphs
 * stay. No hash of an answer is left either: small whole numbers are guessed from their hash in no
 * time.
 */
final class Seal {
  private static final Pattern COMPUTES =
      Pattern.compile(
          "\\b(exercise|practice|check|hint|reveal|expect|jacobian|leastSquares|derivative)\\s*\\("
              + "|\\.\\s*(forward|backward|backwardFrom|step|train|optimum|gradientCheck|explain"
              + "|why|chainRule|derivative|at|gradient|slope|active|collapse)\\s*\\("
              + "|(?<!\\b(List|Map|Set|Path|Stream))\\.\\s*of\\s*\\(");

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*[\\p{L}_][\\w.<>\\[\\], ]*?\\s+([\\p{L}_]\\w*)\\s*(=(?!=)|\\()");
  private static final Pattern QUOTED =
      Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(\\\\.|[^\"\\\\])*\"|//.*");

  private final Set<String> gone = new HashSet<>();

  private Seal() {}

  static Notebook without(Notebook source) {
    Seal seal = new Seal();
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : source.cells()) {
      boolean given = cell.isCode() && Marked.of(cell).isPlain();
      Cell left = given ? cell.withSource(seal.left(cell.source())) : cell;
      if (!given || !left.source().isBlank()) {
        cells.add(left);
      }
    }
    return source.with(cells);
  }

  private String left(String source) {
    StringBuilder left = new StringBuilder();
    for (String statement : Statements.of(source)) {
      String code = QUOTED.matcher(statement).replaceAll("\"\"");
      if (COMPUTES.matcher(code).find() || mentionsWhatIsGone(code)) {
        Matcher declared = DECLARED.matcher(code);
        if (declared.find()) {
          gone.add(declared.group(1));
        }
      } else {
        left.append(statement);
      }
    }
    return left.toString().strip();
  }

  private boolean mentionsWhatIsGone(String code) {
    return gone.stream().anyMatch(name -> code.matches("(?s).*\\b" + name + "\\b.*"));
  }
}
