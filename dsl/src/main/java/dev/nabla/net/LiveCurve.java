package dev.nabla.net;

import dev.nabla.display.Screen;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Plot;
import java.util.List;

/**
 * The loss while it falls, for those who wait: a bar and a curve that move, on a screen that can.
 * Short trainings show nothing of it.
 */
final class LiveCurve {
  private static final long FIRST_NANOS = 1_000_000_000;
  private static final long NEXT_NANOS = 100_000_000;

  private final int epochs;
  private final boolean live = Screen.current().isLive();
  private final long start = System.nanoTime();
  private long due = start + FIRST_NANOS;
  private Screen.Shown shown;

  LiveCurve(int epochs) {
    this.epochs = epochs;
  }

  /** Shows how far it is, if it is time again. */
  void show(int epoch, History losses) {
    if (!live) {
      return;
    }
    long now = System.nanoTime();
    if (now >= due) {
      display(epoch, losses);
      // A long history takes a while to show; most of the time is for training all the same.
      long taken = System.nanoTime() - now;
      due = System.nanoTime() + Math.max(NEXT_NANOS, 5 * taken);
    }
  }

  /** Shows where it ended, if it was shown before. */
  void end(int epoch, History losses) {
    if (shown != null) {
      display(epoch, losses);
    }
  }

  private void display(int epoch, History losses) {
    double[] values = losses.toArray();
    double seconds = (System.nanoTime() - start) / 1e9;
    String words = "loss " + Digits.three(values[values.length - 1]);
    View view =
        new View.Stack(
            List.of(
                new View.Progress("train", "epochs", epoch, epochs, seconds, words),
                Plot.of(values).view()));
    Showable now = () -> view;
    if (shown == null) {
      shown = Screen.current().show(now);
    } else {
      shown.update(now);
    }
  }
}
