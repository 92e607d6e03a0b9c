package dev.nabla.notebooks;

import dev.nabla.kernel.Kernel;
import dev.nabla.notebooks.grade.Worker;
import dev.nabla.notebooks.install.Lesson;
import java.util.Arrays;

/**
 * The entry point of nabla.jar: {@code kernel FILE} is what Jupyter starts, everything else is a
 * command for people.
 */
public final class Main {
  /** The command by which an installation trains its start-up archive. */
  public static final String LESSON = "lesson";

  private Main() {}

  /** Runs a kernel or a command; a command ends with 0 (done), 1 (failed) or 2 (not understood). */
  public static void main(String[] args) throws Exception {
    if (args.length >= 2 && args[0].equals("kernel")) {
      // Before any command-line library is loaded: a student waits for this line.
      Kernel.main(Arrays.copyOfRange(args, 1, args.length));
    } else if (args.length == 1 && args[0].equals(LESSON)) {
      Lesson.main();
    } else if (args.length == 1 && args[0].equals(Worker.NAME)) {
      Worker.main();
    } else {
      System.exit(Commands.run(args));
    }
  }
}
