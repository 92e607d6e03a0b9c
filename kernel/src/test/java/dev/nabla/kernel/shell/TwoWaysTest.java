package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Screen;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The short way gives what JShell alone gives: the same values, messages, notes and variables, cell
 * by cell. {@code -Dnabla.first=200 -Dnabla.sessions=30} tries others.
 */
class TwoWaysTest {
  private static final int CELLS = 40;

  static Stream<Long> seeds() {
    long first = Long.getLong("nabla.first", 100);
    int sessions = Integer.getInteger("nabla.sessions", 6);
    // In session 107 JShell refuses a cell that it takes when it is asked once more.
    return LongStream.concat(LongStream.range(first, first + sessions), LongStream.of(107))
        .distinct()
        .boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void should_give_what_JShell_gives(long seed) {
    RandomCells cells = new RandomCells(seed);
    List<String> session = Stream.generate(cells::next).limit(CELLS).toList();

    List<Step> expected = transcript(session, false);
    List<Step> found = transcript(session, true);

    for (int i = 0; i < CELLS; i++) {
      if (found.get(i).keepsMoreThan(expected.get(i))) {
        return;
      }
      assertThat(found.get(i))
          .as(
              "cell %d of session %d, after\n%s",
              i + 1, seed, String.join("\n---\n", session.subList(0, i + 1)))
          .isEqualTo(expected.get(i));
    }
  }

  /** What a cell gave, and the variables after it. */
  private record Step(String outcome, List<String> notes, Map<String, String> variables) {
    /**
     * JShell alone forgets {@code var a = b} when b gets another type, and b when it refuses a new
     * declaration of it; the short way need not.
     */
    boolean keepsMoreThan(Step other) {
      boolean hasMore =
          variables.size() > other.variables.size()
              && variables.entrySet().containsAll(other.variables.entrySet());
      return hasMore || other.notes.size() > notes.size() && other.notes.containsAll(notes);
    }
  }

  @Test
  void should_leave_nothing_usual_to_JShell() {
    try (Shell shell = new Shell()) {
      List<String> cells =
          List.of(
              "1 + 1",
              "int n = 3; double[] xs = {1, 2}; String s;",
              "var net = net().layer(matrix(\"1 2; 3 4\"), relu).layer(row(1, 1)).loss(squaredError);",
              "var pass = net.forward(1, 2); // forward",
              "show(pass);\nfor (double x : xs) { n += (int) x; }",
              "var back = pass.backward(3);\nback",
              "var list = new ArrayList<>(List.of(1, 2)); list.add(n);",
              "n = 7; xs = new double[] {n}; list.size() > 2 ? list : null",
              "var net = net().layer(1);");

      for (int i = 0; i < cells.size(); i++) {
        assertThat(shell.run(i + 1, cells.get(i), new Owner("test"), note -> {}))
            .as(cells.get(i))
            .isNotInstanceOf(Outcome.Failed.class);
      }

      assertThat(shell.takenByJShell()).isZero();
    }
  }

  @Test
  void should_know_a_variable_while_its_cell_runs_and_forget_it_where_the_cell_stopped_before() {
    try (Shell shell = new Shell()) {
      Screen before = Screen.current();
      List<String> names = new ArrayList<>();
      Screen.use(
          value -> {
            names.add(shell.variables().nameOf(value));
            return changed -> {};
          });
      try {
        shell.run(1, "var first = List.of(7); show(first);", new Owner("test"), note -> {});
        shell.run(2, "int[] a = {1}; int b = 1 / 0; int c = 3;", new Owner("test"), note -> {});
      } finally {
        Screen.use(before);
      }
      assertThat(names).containsExactly("first");
      assertThat(shell.variables().all().keySet()).containsExactly("first", "a", "b");
    }
  }

  private static List<Step> transcript(List<String> session, boolean shortWay) {
    List<Step> steps = new ArrayList<>();
    Results.last = null;
    try (Shell shell = new Shell(List.of(), shortWay)) {
      for (int i = 0; i < session.size(); i++) {
        List<String> notes = new ArrayList<>();
        Outcome outcome = shell.run(i + 1, session.get(i), new Owner("test"), notes::add);
        TreeMap<String, String> variables = new TreeMap<>();
        shell.variables().all().forEach((name, value) -> variables.put(name, words(value)));
        steps.add(new Step(words(outcome), notes, variables));
      }
    }
    return steps;
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Value value) {
      return "value " + words(value.value());
    }
    if (outcome instanceof Outcome.Failed failed) {
      return "failure "
          + failed.failure().name()
          + "\n"
          + String.join("\n", failed.failure().report());
    }
    return "nothing";
  }

  private static String words(Object value) {
    if (value != null && value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> words(Array.get(value, i)))
          .toList()
          .toString();
    }
    String type = value == null ? "" : value.getClass().getSimpleName() + " ";
    return (type + value)
        .replaceAll("\\S*\\$\\$Lambda\\S*", "a lambda")
        .replaceAll("(REPL\\.)?\\$JShell\\$\\w+\\$?|(cells\\.c\\d+\\.)?Code\\$", "")
        .replaceAll("@[0-9a-f]+", "");
  }
}
