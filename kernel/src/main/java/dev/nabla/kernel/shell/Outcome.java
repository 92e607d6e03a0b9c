package dev.nabla.kernel.shell;

/** What became of a cell. */
public sealed interface Outcome {

  /** It ran, and its last line was an expression to be shown. */
  record Value(Object value) implements Outcome {}

  /** It ran, and there is nothing to show. */
  record Nothing() implements Outcome {}

  /** It did not run to its end. */
  record Failed(Failure failure) implements Outcome {}
}
