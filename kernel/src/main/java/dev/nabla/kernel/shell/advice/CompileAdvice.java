package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is wrong with a cell that does not compile: one cause, in the words of a student. */
public final class CompileAdvice {
  /** All slips; the first that recognises itself speaks. */
  static final List<Slip> SLIPS =
      Stream.of(
              QuoteSlips.ALL,
              OtherLanguageSlips.ALL,
              PythonSlips.ALL,
              BracketSlips.ALL,
              NumberSlips.ALL,
              BlockSlips.ALL,
              DeclarationSlips.ALL,
              StatementSlips.ALL,
              TaughtNameSlips.ALL,
              LanguageNameSlips.ALL,
              NameSlips.ALL,
              MemberSlips.ALL,
              VariableSlips.ALL,
              ClassSlips.ALL,
              FlowSlips.ALL,
              CallSlips.ALL,
              TypeSlips.ALL,
              OperatorSlips.ALL)
          .flatMap(List::stream)
          .toList();

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
    return SLIPS.stream()
        .map(slip -> slip.rule().apply(scene))
        .filter(Objects::nonNull)
        .findFirst()
        .map(scene::message)
        .orElseGet(() -> scene.message(scene.here(JavacWords.sentence(problem.message()))));
  }

  /** The name of the slip that {@link #of} speaks of; {@code "unknown"} if none is. */
  static String slip(CompileProblem problem, KnownNames names) {
    Scene scene = new Scene(problem, names);
    return SLIPS.stream()
        .filter(slip -> slip.rule().apply(scene) != null)
        .findFirst()
        .map(Slip::name)
        .orElse("unknown");
  }
}
