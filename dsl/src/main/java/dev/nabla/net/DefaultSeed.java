package dev.nabla.net;

/** The seed of a net that says none: {@code random(1)} unless another is set. */
public final class DefaultSeed {
  public static final long USUAL = 1;

  private static volatile long seed = USUAL;

  private DefaultSeed() {}

  /** Nets that are made from now on start from {@code random(seed)}. */
  public static void use(long seed) {
    DefaultSeed.seed = seed;
  }

  static long current() {
    return seed;
  }
}
