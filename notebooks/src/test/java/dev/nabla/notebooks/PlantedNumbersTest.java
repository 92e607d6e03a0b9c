package dev.nabla.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Screen;
import dev.nabla.exercise.Verdict;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.notebooks.Sheet.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes a number given in a worksheet is told so: that cell or a later one fails. One
 * number of each cell is changed, and each of all numbers with {@code -Dplanted=all}. The cells run
 * in this process, in one shell for each worksheet.
 */
class PlantedNumbersTest {
  private static final boolean ALL = "all".equals(System.getProperty("planted"));
  private final Screen screen = Screen.current();

  static List<Sheet> notebooks() throws IOException {
    return Sheet.in(Path.of("worksheets"));
  }

  /** The numbers of the other notebooks are there to be changed. */
  static List<Sheet> worksheets() throws IOException {
    return notebooks().stream().filter(sheet -> sheet.name().startsWith("ws")).toList();
  }

  @BeforeEach
  void showNothing() {
    Screen.use(value -> next -> {});
  }

  @AfterEach
  void showAgain() {
    Screen.use(screen);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void should_take_every_committed_answer_for_right(Sheet sheet) {
    List<Verdict> verdicts = new ArrayList<>();
    try (Shell shell = new Shell()) {
      for (Cell cell : sheet.cells()) {
        List<Object> shown = new ArrayList<>();
        Screen.use(
            value -> {
              shown.add(value);
              return next -> {};
            });
        if (run(shell, cell) instanceof Outcome.Value value) {
          shown.add(value.value());
        }
        if (cell.isAnswer()) {
          shown.forEach(each -> verdicts.add((Verdict) each));
        }
      }
    }
    assertThat(verdicts).isNotEmpty().allMatch(Verdict::isRight);
  }

  @ParameterizedTest
  @MethodSource("worksheets")
  void should_fail_where_a_given_number_is_another(Sheet sheet) {
    List<String> unnoticed = new ArrayList<>();
    Shell shell = new Shell();
    for (int i = 0; i < sheet.cells().size(); i++) {
      Cell cell = sheet.cells().get(i);
      for (Cell wrong : sample(cell.planted(), i)) {
        // A cell may run again, so running on from here makes good what a wrong number has done.
        // Only at the end of the notebook a name may mean what a later cell has made of it.
        if (!fails(shell, sheet, i, wrong)) {
          unnoticed.add(wrong.id() + ": " + wrong.lineUnlike(cell));
          shell.close();
          shell = new Shell();
          for (Cell before : sheet.cells().subList(0, i)) {
            run(shell, before);
          }
        }
      }
      assertThat(run(shell, cell)).as(cell.id()).isNotInstanceOf(Outcome.Failed.class);
    }
    shell.close();
    assertThat(unnoticed).as(sheet.name()).isEmpty();
  }

  /** One of them, another one in each cell. */
  private static List<Cell> sample(List<Cell> planted, int index) {
    return ALL || planted.isEmpty() ? planted : List.of(planted.get(index % planted.size()));
  }

  private static boolean fails(Shell shell, Sheet sheet, int index, Cell wrong) {
    if (run(shell, wrong) instanceof Outcome.Failed) {
      return true;
    }
    return sheet.cells().stream()
        .skip(index + 1)
        .anyMatch(cell -> run(shell, cell) instanceof Outcome.Failed);
  }

  private static Outcome run(Shell shell, Cell cell) {
    return shell.run(1, cell.source(), new Owner(""), note -> {});
  }
}
