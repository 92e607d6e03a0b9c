package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/**
 * What the compiler says against a cell. All places are offsets in the cell.
 *
 * @param cell the whole cell
 * @param start where the refused code begins
 * @param position the very place of the problem, from {@code start} to {@code end}
 * @param end where the refused code ends
 * @param code javac's code, such as {@code compiler.err.expected}; empty when it has none
 * @param message javac's words
 */
public record CompileProblem(
    String cell, int start, int position, int end, String code, String message) {

  /**
   * The first error of a part of a cell.
   *
   * @param partStart where the part begins in the cell
   * @param diagnostics what {@code JShell.diagnostics} gives for its snippet; none where JShell
   *     only refuses the code
   */
  public static CompileProblem of(String cell, int partStart, List<Diag> diagnostics) {
    return diagnostics.stream()
        .filter(Diag::isError)
        .findFirst()
        .map(
            diag ->
                new CompileProblem(
                    cell,
                    partStart + (int) diag.getStartPosition(),
                    partStart + (int) diag.getPosition(),
                    partStart + (int) diag.getEndPosition(),
                    diag.getCode(),
                    diag.getMessage(Locale.ROOT)))
        .orElseGet(() -> new CompileProblem(cell, partStart, partStart, cell.length(), "", ""));
  }
}
