package dev.nabla.net;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/**
 * How the gradients of a net came about: what somebody needs who does the same by hand.
 *
 * @param activations f by layer, from layer 1
 * @param biased whether a layer shows a b of its own, from layer 1
 * @param intercept whether there is a constant 1 at index 0 of the inputs and hidden units
 * @param inputsByOutputs whether weights are shown inputs x outputs
 * @param loss null if the gradients are not of a loss
 * @param fused whether the last delta comes from loss and activation in one
 * @param targets null if the gradients are not of a loss
 */
public record Anatomy(
    List<Activation> activations,
    List<Boolean> biased,
    boolean intercept,
    boolean inputsByOutputs,
    Loss loss,
    boolean fused,
    SimpleMatrix targets) {

  /** Of these gradients. */
  public static Anatomy of(Backward back) {
    Blueprint plan = back.pass().net().plan();
    return new Anatomy(
        plan.layers().stream().map(Layer::activation).toList(),
        IntStream.rangeClosed(1, plan.depth()).mapToObj(plan::hasBias).toList(),
        plan.convention().intercept(),
        plan.convention().inputsByOutputs(),
        back.targets() == null ? null : plan.loss(),
        back.fused(),
        back.targets());
  }

  /** Number of layers. */
  public int depth() {
    return activations.size();
  }

  /** f of layer l, from 1. */
  public Activation activation(int l) {
    return activations.get(l - 1);
  }
}
