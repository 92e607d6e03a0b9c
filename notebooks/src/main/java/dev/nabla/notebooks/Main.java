package dev.nabla.notebooks;

import dev.nabla.kernel.Kernel;
import java.util.Arrays;

/** The entry point of nabla.jar: a kernel for Jupyter, or one of the commands. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length >= 2 && args[0].equals("kernel")) {
      Kernel.main(Arrays.copyOfRange(args, 1, args.length));
    }
  }
}
