package dev.nabla.notebooks.model;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids for the cells that have none: those of scripts and of notebooks older than nbformat 4.5. An
 * answer is named after its marker, any other cell after what its first line is about, so that a
 * source keeps its ids when cells are put in or numbers are changed: submissions of what was
 * released before still fit it. No value is ever part of an id.
 */
public final class CellNames {
  /** What is declared or called, and which exercise a call is about. */
  private static final Pattern CODE =
      Pattern.compile(
          "^\\s*(?<word>[\\p{L}_][\\w.]*)(?:<[^>]*>)?(?:\\s+(?<declared>[\\p{L}_]\\w*)"
              + "|(?<=exercise|hint|reveal)\\(\\s*\"(?<asked>[^\"]*)\")?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST = 40;

  private final Set<String> taken = new HashSet<>();

  private CellNames() {}

  /** The same notebook, each cell with an id. */
  public static Notebook in(Notebook notebook) {
    CellNames names = new CellNames();
    notebook.cells().forEach(cell -> names.taken.add(cell.id()));
    List<Cell> named = new ArrayList<>();
    for (Cell cell : notebook.cells()) {
      named.add(cell.id().isEmpty() ? cell.withId(names.free(name(cell))) : cell);
    }
    return notebook.with(named);
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static String name(Cell cell) {
    List<String> given = new ArrayList<>();
    try {
      Marked marked = Marked.of(cell);
      if (!marked.answers().isEmpty()) {
        return slug("answer-" + marked.answers().get(0).gradeId());
      }
      marked.lines().stream()
          .filter(line -> line.kind() == Marked.Kind.PLAIN)
          .forEach(line -> given.add(line.text()));
    } catch (NablaException wrongMarkers) {
      // Which is told by whoever reads them, with this name.
      given.addAll(cell.source().lines().toList());
    }
    String about =
        given.stream()
            .filter(line -> !line.isBlank() && !line.strip().startsWith("//"))
            .findFirst()
            .orElse(given.stream().allMatch(String::isBlank) ? "work" : "comment");
    return slug(cell.isCode() ? code(about) : about);
  }

  private static String code(String line) {
    Matcher about = CODE.matcher(line);
    if (!about.find()) {
      return "code";
    }
    String declared = about.group("declared");
    String asked = about.group("asked");
    return about.group("word")
        + (declared != null ? "-" + declared : asked != null ? "-" + asked : "");
  }

  /** In the letters that nbformat allows, and not too many. */
  private static String slug(String words) {
    String slug = words.replaceAll("[^a-zA-Z0-9_]+", "-").replaceAll("^-|-$", "");
    String bounded = slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST);
    return bounded.isEmpty() ? "cell" : bounded.replaceAll("-$", "");
  }
}
