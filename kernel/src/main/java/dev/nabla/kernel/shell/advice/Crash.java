package dev.nabla.kernel.shell.advice;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/** An exception in its surroundings: what a {@link CrashSlip} looks at to recognise itself. */
final class Crash {
  final Throwable thrown;
  final Source source;
  private final RuntimeProblem problem;

  Crash(RuntimeProblem problem) {
    this.problem = problem;
    this.source = new Source(problem.cell());
    Throwable deepest = problem.thrown();
    while (deepest instanceof ExceptionInInitializerError && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    this.thrown = deepest;
  }

  /** The exception's own message, or an empty text. */
  String message() {
    return thrown.getMessage() == null ? "" : thrown.getMessage();
  }

  /** The groups of a pattern in the whole message, or null. */
  String[] read(String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(JavacWords.clean(message()));
    if (!matcher.matches()) {
      return null;
    }
    return Stream.iterate(1, i -> i <= matcher.groupCount(), i -> i + 1)
        .map(i -> Objects.requireNonNullElse(matcher.group(i), ""))
        .toArray(String[]::new);
  }

  Object variable(String name) {
    return problem.variables().apply(name);
  }

  /** The tokens of the line that threw. */
  List<Token> line() {
    return source.tokens.stream()
        .filter(token -> source.line(token.start()) == problem.line())
        .toList();
  }

  String lineText() {
    List<Token> line = line();
    return line.isEmpty()
        ? ""
        : source.between(line.get(0).start(), line.get(line.size() - 1).end());
  }

  /** The variable of the line that holds that many entries, or null. */
  String holderOf(int size) {
    return line().stream()
        .filter(Token::isName)
        .map(Token::text)
        .filter(name -> sizeOf(variable(name)) == size)
        .findFirst()
        .orElse(null);
  }

  private static int sizeOf(Object value) {
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof Map<?, ?> || value == null) {
      return -1;
    }
    return value.getClass().isArray() ? Array.getLength(value) : -1;
  }

  /** The matrix that a variable holds, or null. */
  SimpleMatrix matrix(String name) {
    return variable(name) instanceof SimpleMatrix matrix ? matrix : null;
  }

  Message message(String words, boolean withLine) {
    List<Token> line = line();
    int number = Math.max(1, problem.line());
    int column = line.isEmpty() ? 1 : source.column(line.get(0).start());
    int end = column + Math.max(1, lineText().length());
    return new Message(
        number,
        column,
        end,
        withLine && problem.line() > 0 ? "Line " + problem.line() + ": " + words : words);
  }
}
