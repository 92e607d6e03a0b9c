package dev.nabla.exercise;

import dev.nabla.display.Showable;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.graph.formula.Nearest;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.simple.SimpleMatrix;

/** The exercises that are open in this session, found by their id. */
public final class Exercises {
  static final Recipe EMPTY = new Recipe(Map.of(), List.of(), 1);

  private static final Map<String, Exercise> OPEN = new LinkedHashMap<>();

  private Exercises() {}

  /** Judges an answer: {@code check("2 dW1", mine)}. */
  public static Verdict check(String question, Object answer) {
    return find("check", question).check(answer);
  }

  /** A hint of level 1, 2 or 3. */
  public static Hint hint(String question, int level) {
    Found found = locate("hint", question);
    return Hint.of(question.strip(), found.question, found.exercise.memory(), level);
  }

  /** The worked solution. */
  public static Showable reveal(String question) {
    return find("reveal", question).solution();
  }

  /** The question itself. */
  static Question question(String question) {
    return find("check", question);
  }

  /** The exercise that asks it. */
  static Exercise exercise(String question) {
    return locate("check", question).exercise;
  }

  static synchronized void open(Exercise exercise) {
    OPEN.put(exercise.id(), exercise);
  }

  /**
   * The answers given to an exercise of this id so far, as far as its values are still the same:
   * running a cell again forgets nothing, other numbers are another exercise.
   */
  static synchronized Memory memory(String id, Recipe recipe) {
    Exercise before = OPEN.get(id);
    if (before == null) {
      return new Memory();
    }
    for (String name : before.memory().values().keySet()) {
      SimpleMatrix now = recipe.step(name) == null ? null : recipe.right().value(name);
      SimpleMatrix old =
          before.recipe().step(name) == null ? null : before.recipe().right().value(name);
      if (now == null || old == null || !now.isIdentical(old, 0)) {
        before.memory().forget(name);
      }
    }
    return before.memory();
  }

  /** Forgets what was answered, but no exercise: the next answers are another student's. */
  public static synchronized void forgetAnswers() {
    OPEN.values().forEach(exercise -> exercise.memory().clear());
  }

  /** Forgets all exercises. */
  public static synchronized void clear() {
    OPEN.clear();
  }

  private record Found(Exercise exercise, Question question) {}

  private static Question find(String call, String text) {
    return locate(call, text).question;
  }

  private static synchronized Found locate(String call, String text) {
    if (text == null || text.isBlank()) {
      throw new NablaException(
          call + ": the first argument says what is asked, such as " + call + "(\"2 dW1\", ...).");
    }
    if (OPEN.isEmpty()) {
      throw new NablaException(
          call
              + ": no exercise is open yet. Run the cell that says exercise(...) or practice(...) first.");
    }
    String[] words = text.strip().split("\\s+", 2);
    Exercise named = OPEN.get(words[0]);
    if (named != null && words.length == 2) {
      Question question = named.question(words[1].strip());
      if (question == null) {
        throw unknown(call, named, words[1].strip());
      }
      return new Found(named, question);
    }
    Found found = anywhere(call, text.strip());
    if (found != null) {
      return found;
    }
    if (named != null) {
      throw new NablaException(
          "%s(\"%s\"): exercise %s asks %s. Write %s(\"%s %s\", ...)."
              .formatted(call, text, named.id(), list(named), call, named.id(), first(named)));
    }
    if (words.length == 2) {
      throw new NablaException(
          "%s: no exercise %s is open.%s Open are %s."
              .formatted(
                  call,
                  words[0],
                  Nearest.question(words[0], OPEN.keySet()),
                  String.join(", ", OPEN.keySet())));
    }
    throw new NablaException(
        "%s: no exercise asks %s.%s".formatted(call, text, Nearest.question(text, allQuestions())));
  }

  private static Set<String> allQuestions() {
    Set<String> all = new TreeSet<>();
    OPEN.values().forEach(exercise -> all.addAll(exercise.questions()));
    return all;
  }

  /** A question without an id, if one exercise alone asks it. */
  private static Found anywhere(String call, String name) {
    List<Found> found = new ArrayList<>();
    for (Exercise exercise : OPEN.values()) {
      Question question = exercise.question(name);
      if (question != null) {
        found.add(new Found(exercise, question));
      }
    }
    if (found.size() > 1) {
      List<String> ids = found.stream().map(each -> each.exercise.id()).toList();
      String rest = String.join(", ", ids.subList(0, ids.size() - 1));
      String last = ids.get(ids.size() - 1);
      throw new NablaException(
          "%s: %s is asked in exercises %s and %s. Write %s(\"%s %s\", ...) or %s(\"%s %s\", ...)."
              .formatted(call, name, rest, last, call, ids.get(0), name, call, last, name));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static NablaException unknown(String call, Exercise exercise, String name) {
    return new NablaException(
        "%s: exercise %s has no %s.%s It asks %s."
            .formatted(
                call,
                exercise.id(),
                name,
                Nearest.question(name, exercise.questions()),
                list(exercise)));
  }

  private static String list(Exercise exercise) {
    return exercise.questions().isEmpty() ? "nothing yet" : String.join(" ", exercise.questions());
  }

  private static String first(Exercise exercise) {
    return exercise.questions().isEmpty() ? "dW1" : exercise.questions().get(0);
  }
}
