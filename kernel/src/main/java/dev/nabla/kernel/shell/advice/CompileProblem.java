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

  /**
   * A declaration that JShell accepts although a name in it is not there yet, and never came.
   *
   * @param missing what {@code JShell.unresolvedDependencies} calls it: {@code variable x}, {@code
   *     method f(int)}, {@code class Foo}
   */
  public static CompileProblem unresolved(String cell, int partStart, int partEnd, String missing) {
    String name = missing.replaceAll("^\\w+ ", "").replaceAll("\\(.*", "");
    int at =
        new Source(cell)
            .tokens.stream()
                .filter(token -> token.start() >= partStart && token.end() <= partEnd)
                .filter(token -> token.is(name))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(partStart);
    String code = missing.endsWith(")") ? "cant.resolve.location.args" : "cant.resolve.location";
    return new CompileProblem(
        cell,
        at,
        at,
        at + name.length(),
        "compiler.err." + code,
        "cannot find symbol\n  symbol:   " + missing + "\n  location: class ");
  }
}
