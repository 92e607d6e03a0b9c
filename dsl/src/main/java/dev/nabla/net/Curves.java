package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.matrix.Plot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What trainings have recorded, as curves over the epochs. */
final class Curves {
  private Curves() {}

  /** The loss, and below it what was watched. */
  static View of(Trained run) {
    View loss = over("loss", List.of(""), List.of(run.losses()));
    return run.watched().isEmpty()
        ? loss
        : new View.Stack(
            List.of(loss, over("watched", run.watched().keySet(), run.watched().values())));
  }

  /** The losses of several trainings, told apart by their settings. */
  static View.Chart of(List<Trained> runs) {
    List<String> names = runs.stream().map(Trained::settings).toList();
    return over("loss", names, runs.stream().map(Trained::losses).toList());
  }

  private static View.Chart over(
      String title, Collection<String> names, Collection<double[]> curves) {
    View.Chart chart = Plot.of(curves.toArray(double[][]::new)).view();
    List<View.Series> series = new ArrayList<>();
    for (String name : names) {
      View.Series curve = chart.series().get(series.size());
      series.add(new View.Series(name, curve.x(), curve.y(), true));
    }
    return new View.Chart(Notation.of(title), "epoch", "", chart.logarithmic(), series);
  }
}
