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

  private static final Map<List<Kind>, Towers> LAST =
      new LinkedHashMap<>(MANY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Kind>, Towers> eldest) {
          return size() > MANY;
        }
      };

  private long steps;
  private Tower tower;

  private Towers() {}

  /** What a layer does. */
  private record Kind(Factors shapes, Activation activation) {}

  /**
   * The tower of a net, or null.
   *
   * @param layers index 0 unused
   * @param steps that are about to be taken
   */
  static synchronized Tower of(Dense[] layers, long steps) {
    List<Kind> net = new ArrayList<>();
    for (int l = 1; l < layers.length; l++) {
      Factors shapes = layers[l].forward().factors();
      if (shapes.multiplications() > Product.TINY) {
        return null;
      }
      net.add(new Kind(shapes, layers[l].activation()));
    }
    return LAST.computeIfAbsent(net, n -> new Towers()).afterMore(steps, layers);
  }

  private Tower afterMore(long more, Dense[] layers) {
    steps += more;
    if (tower == null && steps >= LONG) {
      tower = build(layers);
    }
    return tower;
  }

  private static Tower build(Dense[] layers) {
    Tower tower = null;
    try {
      for (int l = layers.length - 1; l >= 1; l--) {
        tower = Storey.in(new Storey.Place(l, layers[l].alone(), tower));
      }
      return tower;
    } catch (IOException | ReflectiveOperationException e) {
      // Without its class file at hand the net is trained as any other.
      return null;
    }
  }
}
