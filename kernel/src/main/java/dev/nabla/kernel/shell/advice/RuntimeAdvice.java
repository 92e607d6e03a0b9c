package dev.nabla.kernel.shell.advice;

/** What went wrong while a cell ran. */
public final class RuntimeAdvice {
  private RuntimeAdvice() {}

  /** The message for an exception. */
  public static Message of(RuntimeProblem problem) {
    Throwable thrown = problem.thrown();
    String words = thrown.getClass().getSimpleName();
    String text = thrown.getMessage() == null ? words : words + ": " + thrown.getMessage();
    return new Message(Math.max(1, problem.line()), 1, 2, text);
  }
}
