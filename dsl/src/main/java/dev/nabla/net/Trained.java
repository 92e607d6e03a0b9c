package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Plot;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a training has learned and recorded.
 *
 * <pre>{@code
 * net.train(X, Y).rate(1).epochs(3000)   // train: 3000 epochs, rate 1, loss 0.492 -> ...
 * }</pre>
 */
public final class Trained implements Showable {
  private final Network net;
  private final String settings;
  private final double[] losses;
  private final Map<String, double[]> watched;
  private final String note;

  Trained(
      Network net, String settings, double[] losses, Map<String, double[]> watched, String note) {
    this.net = net;
    this.settings = settings;
    this.losses = losses;
    this.watched = watched;
    this.note = note;
  }

  /** The net after the last epoch. */
  public Network net() {
    return net;
  }

  /** How many epochs were run. */
  public int epochs() {
    return losses.length - 1;
  }

  /** The loss of that net on all examples. */
  public double loss() {
    return losses[losses.length - 1];
  }

  /** The loss on all examples before the first and after every epoch. */
  public double[] losses() {
    return losses.clone();
  }

  /**
   * What {@code watch(name, ...)} recorded before the first and after every epoch.
   *
   * @throws NablaException if nothing was watched under this name
   */
  public double[] watched(String name) {
    double[] values = watched.get(name);
    if (values == null) {
      throw new NablaException(
          "watched(\""
              + name
              + "\"): "
              + (watched.isEmpty()
                  ? "nothing was watched. Say .watch(\"" + name + "\", n -> ...) before .epochs."
                  : "watched were " + String.join(", ", watched.keySet()) + "."));
    }
    return values.clone();
  }

  Map<String, double[]> watched() {
    return watched;
  }

  /** Rate, batches and rule. */
  String settings() {
    return settings;
  }

  /** The losses of trainings as curves, each named by its settings. */
  public static Plot plot(Trained first, Trained... more) {
    return new Plot(Curves.of(Stream.concat(Stream.of(first), Stream.of(more)).toList()));
  }

  /** Why it ended early; empty if it did not. */
  public String note() {
    return note;
  }

  @Override
  public View view() {
    View words = new View.Stack(words());
    return losses.length == 1 ? words : new View.Illustrated(words, Curves.of(this));
  }

  private List<View> words() {
    List<View> views = new ArrayList<>();
    views.add(
        new View.Line(
            Notation.of(
                "train: "
                    + Shape.count(epochs(), "epoch", "epochs")
                    + ", "
                    + settings
                    + ", loss "
                    + Digits.three(losses[0])
                    + " -> "
                    + Digits.three(loss()))));
    watched.forEach(
        (name, values) ->
            views.add(
                new View.Line(
                    Notation.of(
                        name
                            + ": "
                            + Digits.three(values[0])
                            + " -> "
                            + Digits.three(values[values.length - 1])
                            + ", min "
                            + Digits.three(Arrays.stream(values).min().orElseThrow())
                            + ", max "
                            + Digits.three(Arrays.stream(values).max().orElseThrow())))));
    if (!note.isEmpty()) {
      views.add(new View.Line(Notation.of(note)));
    }
    return views;
  }

  @Override
  public String toString() {
    return Display.text(new View.Stack(words()));
  }
}
