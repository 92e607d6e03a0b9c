package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.stream.Stream;

/** What is wrong with a cell that does not compile: one cause, in the words of a student. */
public final class CompileAdvice {
  /** All slips; the first that recognises itself speaks. */
  static final List<Slip> SLIPS = Stream.of(FlowSlips.ALL).flatMap(List::stream).toList();

  private CompileAdvice() {}

  /**
   * The message for a compile problem.
   *
   * <pre>{@code
   * CompileAdvice.of(problem, names).text()
   * // Line 1: a semicolon is missing. Only the last line of a cell may do without.
   * }</pre>
   */
  public static Message of(CompileProblem problem, KnownNames names) {
    Scene scene = new Scene(problem, names);
    for (Slip slip : SLIPS) {
      Advice advice = slip.rule().apply(scene);
      if (advice != null) {
        return scene.message(advice);
      }
    }
    return scene.message(scene.here(JavacWords.sentence(problem.message())));
  }
}
