package dev.nabla.net;

import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/** One run of a training: its buffers, its parameters and what it has recorded. */
final class Trainer {
  private final Training training;
  private final Blueprint net;
  private final int epochs;
  private final Parameters parameters;

  /** The parameters of the last epoch whose loss was finite. */
  private final Parameters kept;

  private final Updater updater;
  private final Plan whole;
  private final History losses = new History();
  private final Map<String, History> watched = new LinkedHashMap<>();

  Trainer(Training training, int epochs) {
    this.training = training;
    this.epochs = epochs;
    net = training.net().plan();
    parameters = training.net().parameters().copy();
    kept = parameters.copy();
    updater = new Updater(training.rule(), training.rate(), parameters);
    whole = new Plan(net, parameters, training.X().getNumCols());
    whole.X.setTo(training.X().<DMatrixRMaj>getDDRM());
    whole.Y.setTo(training.Y().<DMatrixRMaj>getDDRM());
    for (String name : training.watches().keySet()) {
      watched.put(name, new History());
    }
  }

  /** Runs all epochs, or up to an interrupt or a loss that is not finite. */
  Trained run() {
    Epoch epoch = training.batch() == 0 ? this::wholeBatch : batches();
    LiveCurve curve = new LiveCurve(epochs);
    for (int e = 0; ; e++) {
      double loss = whole.forward();
      if (!Double.isFinite(loss)) {
        return diverged(e, loss);
      }
      kept.setTo(parameters);
      losses.add(loss);
      watch();
      curve.show(e, losses);
      if (e == epochs) {
        curve.end(e, losses);
        return trained("");
      }
      if (Thread.interrupted() || !epoch.run()) {
        curve.end(e, losses);
        return trained("interrupted after epoch " + e + " of " + epochs + ".");
      }
    }
  }

  /** All steps of one epoch; false when it was interrupted. */
  private interface Epoch {
    boolean run();
  }

  private boolean wholeBatch() {
    whole.backward();
    updater.update(parameters, whole.gradient());
    return true;
  }

  private Epoch batches() {
    Batches batches = new Batches(training.X(), training.Y(), training.batch(), training.seed());
    int count = batches.count();
    Plan usual = new Plan(net, parameters, batches.size(0));
    int rest = batches.size(count - 1);
    Plan last = rest == batches.size(0) ? usual : new Plan(net, parameters, rest);
    return () -> {
      batches.shuffle();
      for (int k = 0; k < count; k++) {
        if (Thread.interrupted()) {
          return false;
        }
        Plan plan = k < count - 1 ? usual : last;
        batches.copy(k, plan);
        plan.forward();
        plan.backward();
        updater.update(parameters, plan.gradient());
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

  private Trained diverged(int e, double loss) {
    String what = Double.isNaN(loss) ? "is not a number any more" : "is infinite";
    String rate = Digits.typed(training.rate());
    if (e == 0) {
      throw new NablaException(
          "epochs: the loss "
              + what.replace(" any more", "")
              + " before the first step. Look at net.forward(X).");
    }
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
        training.net().with(kept.copy()), training.words(), losses.toArray(), values, note);
  }
}
