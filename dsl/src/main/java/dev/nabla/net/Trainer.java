package dev.nabla.net;

import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/** One run of a training: its buffers, its parameters and what it has recorded. */
final class Trainer {
  private static final int AT_ONCE = 16;

  private final Training training;
  private final Blueprint net;
  private final int epochs;
  private final Parameters parameters;

  private final Updater updater;
  private final Checkpoint checkpoint;
  private final Plan whole;
  private final History losses = new History();
  private final Map<String, History> watched = new LinkedHashMap<>();

  Trainer(Training training, int epochs) {
    this.training = training;
    this.epochs = epochs;
    net = training.net().plan();
    parameters = training.net().parameters().copy();
    updater = new Updater(training.rule(), training.rate(), parameters);
    checkpoint = new Checkpoint(training, parameters, updater);
    whole = new Plan(net, parameters, training.X().getNumCols(), epochs);
    whole.X.setTo(training.X().<DMatrixRMaj>getDDRM());
    whole.Y.setTo(training.Y().<DMatrixRMaj>getDDRM());
    for (String name : training.watches().keySet()) {
      watched.put(name, new History());
    }
  }

  /** Runs all epochs, or up to an interrupt or a loss that is not finite. */
  Trained run() {
    Epoch steps = training.batch() == 0 ? this::wholeBatch : batches();
    LiveCurve curve = new LiveCurve(epochs);
    Trained end = null;
    for (int e = 0; end == null; e += AT_ONCE) {
      end = epochs(e, steps, curve);
    }
    return end;
  }

  /**
   * Some epochs; null until the end. A method that is called often is compiled soon, while a loop
   * that runs once through all epochs stays with the interpreter for long.
   */
  private Trained epochs(int from, Epoch steps, LiveCurve curve) {
    for (int k = 0; k < AT_ONCE; k++) {
      Trained end = epoch(from + k, steps, curve);
      if (end != null) {
        return end;
      }
    }
    return null;
  }

  private Trained epoch(int e, Epoch steps, LiveCurve curve) {
    double loss = whole.forward();
    if (!Double.isFinite(loss)) {
      return diverged(e, loss);
    }
    checkpoint.pass(e);
    losses.add(loss);
    watch();
    curve.show(e, losses);
    if (e == epochs) {
      curve.end(e, losses);
      return trained("");
    }
    if (Thread.interrupted() || !steps.run()) {
      curve.end(e, losses);
      return trained("interrupted after epoch " + e + " of " + epochs + ".");
    }
    return null;
  }

  /** All steps of one epoch; false when it was interrupted. */
  private interface Epoch {
    boolean run();
  }

  private boolean wholeBatch() {
    updater.step(whole);
    return true;
  }

  private Epoch batches() {
    Batches batches = new Batches(training.X(), training.Y(), training.batch(), training.seed());
    int count = batches.count();
    Plan usual = new Plan(net, parameters, batches.size(0), (long) count * epochs);
    int rest = batches.size(count - 1);
    Plan last = rest == batches.size(0) ? usual : new Plan(net, parameters, rest, epochs);
    return () -> {
      batches.shuffle();
      for (int k = 0; k < count; k++) {
        if (Thread.interrupted()) {
          checkpoint.restore();
          return false;
        }
        Plan plan = k < count - 1 ? usual : last;
        batches.copy(k, plan);
        plan.forward();
        updater.step(plan);
      }
      return true;
    };
  }

  private void watch() {
    if (watched.isEmpty()) {
      return;
    }
    Network now = training.net().with(parameters.copy());
    for (Map.Entry<String, ToDoubleFunction<Network>> watch : training.watches().entrySet()) {
      watched.get(watch.getKey()).add(watch.getValue().applyAsDouble(now));
    }
  }

  /** Makes the parameters those of epoch e again, by taking the steps since the checkpoint anew. */
  private void goBackTo(int e) {
    for (int k = checkpoint.restore(); k < e; k++) {
      whole.forward();
      updater.step(whole);
    }
  }

  private Trained diverged(int e, double loss) {
    String what = Double.isNaN(loss) ? "is not a number any more" : "is infinite";
    String rate = Digits.typed(training.rate());
    if (e == 0) {
      throw new NablaException(
          "epochs: the loss "
              + what.replace(" any more", "")
              + " before the first step. Look at net.forward(X).");
    }
    goBackTo(e - 1);
    return trained(
        "epoch "
            + e
            + ": the loss "
            + what
            + "; rate "
            + rate
            + " is too large. The net of epoch "
            + (e - 1)
            + " is kept. Try rate("
            + Digits.typed(training.rate() / 10)
            + ").");
  }

  private Trained trained(String note) {
    Map<String, double[]> values = new LinkedHashMap<>();
    watched.forEach((name, history) -> values.put(name, history.toArray()));
    return new Trained(
        training.net().with(parameters.copy()), training.words(), losses.toArray(), values, note);
  }
}
