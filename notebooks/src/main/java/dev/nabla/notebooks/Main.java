package dev.nabla.notebooks;

import dev.nabla.kernel.Kernel;

/** The entry point of nabla.jar: a kernel for Jupyter, or one of the commands. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("kernel")) {
      Kernel.main(args[1]);
    }
  }
}
