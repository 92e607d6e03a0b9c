package dev.nabla.kernel;

/** A running kernel. */
public final class Kernel {
  private Kernel() {}

  /** Runs a kernel for the given connection file until it is shut down. */
  public static void main(String connectionFile) throws Exception {}
}
