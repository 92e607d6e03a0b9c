package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A compile problem in its surroundings: what a {@link Slip} looks at to recognise itself. */
final class Scene {
  private static final Pattern NOT_JAVA_YET =
      Pattern.compile(
          "|expected\\d?|illegal\\.start.*|illegal\\.char|illegal\\.dot|premature\\.eof|not\\.stmt"
              + "|unclosed.*|dot\\.class.*|.*\\.expected|malformed.*|invalid\\.meth.*|else\\.without.*"
              + "|catch\\.without.*|orphaned|illegal\\.digit.*|illegal\\.underscore|underscore.*|.*not\\.expected.*"
              + "|restricted.*|bad\\.initializer");

  final Source source;
  final KnownNames names;
  private final CompileProblem problem;

  Scene(CompileProblem problem, KnownNames names) {
    this.problem = problem;
    this.names = names;
    this.source = new Source(problem.cell());
  }

  /** Javac's code without its prefix; empty if JShell gave none. */
  String code() {
    return problem.code().replace("compiler.err.", "");
  }

  /** Whether javac's code is one of these or begins with one of these that end in a star. */
  boolean is(String... codes) {
    for (String each : codes) {
      if (each.endsWith("*")
          ? code().startsWith(each.substring(0, each.length() - 1))
          : code().equals(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the code could not even be read as Java. */
  boolean isSyntax() {
    return NOT_JAVA_YET.matcher(code()).matches();
  }

  boolean expectsSemicolon() {
    return isSyntax() && says("';' expected");
  }

  boolean says(String part) {
    return problem.message().contains(part);
  }

  /** The groups of a pattern in javac's words, with short type names, or null. */
  String[] read(String regex) {
    Matcher matcher =
        Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS)
            .matcher(JavacWords.clean(problem.message()));
    if (!matcher.find()) {
      return null;
    }
    String[] groups = new String[matcher.groupCount()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = matcher.group(i + 1) == null ? null : matcher.group(i + 1).strip();
    }
    return groups;
  }

  /** The full name of the type that a missing member was looked for in; empty if none. */
  String location() {
    Matcher matcher =
        Pattern.compile(
                "(?:location: (?:variable \\w+ of type|class|interface|enum)|(?:private|protected) access in)"
                    + " (\\S+)")
            .matcher(problem.message());
    return matcher.find() ? matcher.group(1).replaceAll("<.*", "") : "";
  }

  String words() {
    return JavacWords.clean(problem.message());
  }

  int start() {
    return clip(problem.start());
  }

  int position() {
    return clip(problem.position());
  }

  /** The refused code. */
  String refused() {
    return source.between(start(), clip(problem.end())).strip();
  }

  /** The token at the problem, or an empty one at the end of the cell. */
  Token at() {
    Token token = source.from(position());
    return token == null ? source.relative(null, 0) : token;
  }

  /** The name that a problem with a member or a call is about: what stands after the point. */
  Token name() {
    return at().is(".") ? source.relative(at(), 1) : at();
  }

  /** The token before the problem, or an empty one. */
  Token before() {
    Token before = source.relative(null, 0);
    for (Token token : source.tokens) {
      if (token.end() <= position()) {
        before = token;
      }
    }
    return before;
  }

  Token next(Token token) {
    return source.relative(token, 1);
  }

  Token previous(Token token) {
    return source.relative(token, -1);
  }

  /** The tokens from the start of the refused part of the cell on. */
  List<Token> line(Token token) {
    return source.tokens.stream().filter(each -> source.sameLine(each, token)).toList();
  }

  /** The text of the line that holds a token, without its comment. */
  String lineText(Token token) {
    List<Token> line = line(token);
    return line.isEmpty()
        ? ""
        : source.between(line.get(0).start(), line.get(line.size() - 1).end());
  }

  /** The first token of the refused part: the last one before the problem that begins a line. */
  Token first() {
    Token token = source.from(start());
    Token found = token == null ? at() : token;
    Token before = previous(found);
    if (before.is("else", "finally")) {
      return before;
    }
    return line(found).stream()
        .filter(each -> each.is("else", "catch", "finally", "case"))
        .filter(each -> each.end() >= start())
        .findFirst()
        .orElseGet(() -> line(found).isEmpty() ? found : line(found).get(0));
  }

  Advice here(String words) {
    return new Advice(start(), Math.max(clip(problem.end()), start()), words);
  }

  Advice on(Token token, String words) {
    return new Advice(token.start(), token.end(), words);
  }

  /** JShell's places may lie behind a cell: it adds what a cell lacks. */
  private int clip(int offset) {
    return Math.max(0, Math.min(offset, source.text.length()));
  }

  Message message(Advice advice) {
    int line = source.line(advice.start());
    int column = source.column(advice.start());
    int end = Math.min(advice.end(), source.lineEnd(advice.start()));
    int width = Math.max(1, end - advice.start());
    return new Message(line, column, column + width, "Line " + line + ": " + advice.words());
  }
}
