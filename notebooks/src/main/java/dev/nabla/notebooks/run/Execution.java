package dev.nabla.notebooks.run;

import dev.nabla.notebooks.model.Notebook;
import java.util.List;

/**
 * A notebook that was run.
 *
 * @param notebook with the outputs of this run and no others
 * @param cells the code cells that ran
 */
public record Execution(Notebook notebook, List<CellRun> cells) {

  public boolean succeeded() {
    return cells.stream().allMatch(CellRun::succeeded);
  }

  /** The cell that failed first; null if none did. */
  public CellRun failure() {
    return cells.stream().filter(each -> !each.succeeded()).findFirst().orElse(null);
  }

  /** How long the cells took. */
  public double seconds() {
    return cells.stream().mapToDouble(CellRun::seconds).sum();
  }
}
