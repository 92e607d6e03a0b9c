package dev.nabla.message;

/**
 * A mistake in what was asked, told in the student's words: the thing, its shape and the next step.
 *
 * <p>Front ends show the message alone, never the stack trace.
 */
public final class NablaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public NablaException(String message) {
    super(message);
  }
}
