package dev.nabla.net;

import dev.nabla.product.Factors;
import dev.nabla.product.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nets have a tower: small ones that are trained for long, since loading and compiling it
 * takes as much time as it saves in some hundred thousand steps.
 */
final class Towers {
  static final long LONG = 500_000;

  /** So many kinds of nets are remembered. */
  static final int MANY = 50;

  private static final Map<Kind, Towers> LAST =
      new LinkedHashMap<>(MANY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Towers> eldest) {
          return size() > MANY;
        }
      };

  private long steps;
  private Tower tower;

  private Towers() {}

  /** What tells nets apart, their numbers aside. */
  private record Kind(List<Factors> shapes, List<Activation> activations, Loss loss) {}

  /**
   * The tower of a net, or null.
   *
   * @param layers index 0 unused
   * @param steps that are about to be taken
   */
  static synchronized Tower of(Blueprint net, Dense[] layers, long steps) {
    Kind kind = new Kind(new ArrayList<>(), new ArrayList<>(), net.loss());
    for (int l = 1; l < layers.length; l++) {
      Factors shapes = layers[l].forward().factors();
      if (shapes.multiplications() > Product.TINY) {
        return null;
      }
      kind.shapes().add(shapes);
      kind.activations().add(layers[l].activation());
    }
    Towers towers = LAST.computeIfAbsent(kind, k -> new Towers());
    towers.steps += steps;
    if (towers.tower == null && towers.steps >= LONG) {
      towers.tower = build(net, layers);
    }
    return towers.tower;
  }

  private static Tower build(Blueprint net, Dense[] layers) {
    Tower tower = null;
    try {
      for (int l = layers.length - 1; l >= 1; l--) {
        Dense alone = layers[l].alone();
        tower = Storey.in(new Storey.Place(l, alone, tower, net.loss(), net.fused()));
      }
      return tower;
    } catch (IOException | ReflectiveOperationException e) {
      // Without its class file at hand the net is trained as any other.
      return null;
    }
  }
}
