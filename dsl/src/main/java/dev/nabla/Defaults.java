package dev.nabla;

import dev.nabla.net.DefaultSeed;

/** What holds for everything that says nothing else. */
public final class Defaults {
  public static final long USUAL_SEED = DefaultSeed.USUAL;

  private Defaults() {}

  /**
   * Nets that are made from now on and say nothing else start from {@code random(seed)}: every one
   * from the same weights. Nets that are there already do not change.
   *
   * <pre>{@code
   * Defaults.seed(7);
   * net(2).layer(1)   // -> net: 2 inputs -> 1; weights random(7)
   * }</pre>
   */
  public static void seed(long seed) {
    DefaultSeed.use(seed);
  }
}
