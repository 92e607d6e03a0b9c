package dev.nabla.kernel.shell.direct;

import dev.nabla.kernel.shell.direct.Reading.Declared;
import dev.nabla.kernel.shell.direct.Reading.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes neighboring parts of a cell as one class. Variables become its fields, everything else is
 * in one method, in order; all lines have the numbers that they have in the cell.
 *
 * <pre>{@code
 * // int a = 1;
 * // a + 1
 * package cells.c3;import ...;public class Code$ {public static int at$;public static int a;
 * public static Object run$() throws Throwable {at$=0;a=1;
 * at$=1;{var value$=a + 1;return value$;}}}
 * }</pre>
 */
public final class GroupSource {
  /** The simple name of the class. */
  public static final String CLASS = "Code$";

  /** The method that runs the parts and gives the last one's value. */
  public static final String METHOD = "run$";

  /** The field that tells which part was begun last. */
  public static final String AT = "at$";

  private final boolean declares;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private int lines;

  private GroupSource(boolean declares) {
    this.declares = declares;
  }

  /**
   * A part to write.
   *
   * @param line its line in the cell, from 1
   */
  public record Piece(String source, int line, Reading reading) {}

  /**
   * @param imports whole import declarations
   * @param fields the new variables: name to type
   * @param shows whether the value of the last part is asked for
   * @param inferring whether variables whose type is not written stay local, so that javac infers
   *     their types
   */
  public static GroupSource of(
      List<String> imports,
      Map<String, String> fields,
      List<Piece> pieces,
      boolean shows,
      boolean inferring) {
    GroupSource source = new GroupSource(!fields.isEmpty());
    source.head(imports, fields);
    for (int i = 0; i < pieces.size(); i++) {
      boolean isShown = shows && i == pieces.size() - 1;
      source.piece(i, pieces.get(i), isShown, inferring);
    }
    boolean returned = shows && hasValue(pieces.get(pieces.size() - 1).reading().kind());
    source.text.append(returned ? "}}" : "return Shown.NOTHING;}}");
    return source;
  }

  private static boolean hasValue(Kind kind) {
    return kind == Kind.EXPRESSION || kind == Kind.CALL || kind == Kind.VALUED_STATEMENT;
  }

  /** What stands before the source in a package. */
  static String inPackage(String name) {
    return "package " + name + ";";
  }

  private void head(List<String> imports, Map<String, String> fields) {
    imports.forEach(text::append);
    text.append("import ").append(Shown.class.getName()).append(';');
    text.append("public class ").append(CLASS).append(" {public static int ").append(AT);
    text.append(';');
    fields.forEach(
        (name, type) ->
            text.append("public static ")
                .append(oneLine(type))
                .append(' ')
                .append(name)
                .append(';'));
    text.append("public static Object ").append(METHOD).append("() throws Throwable {");
  }

  private void piece(int index, Piece piece, boolean isShown, boolean inferring) {
    padTo(piece.line() - 1);
    starts.add(text.length());
    add(AT + "=" + index + ";");
    String code = piece.source().strip();
    switch (piece.reading().kind()) {
      case VARIABLES -> {
        for (Declared each : piece.reading().declared()) {
          padTo(piece.line() - 1 + each.line());
          boolean isLocal = inferring && each.type() == null;
          add((isLocal ? "var " : "") + each.name() + "=");
          add(ended(each.value() == null ? each.zero() : each.value()));
        }
      }
      case EXPRESSION ->
          add("{var value$=" + ended(unterminated(code)) + (isShown ? "return value$;}" : "}"));
      case VALUED_STATEMENT ->
          add(
              isShown
                  ? "{var value$=" + ended(unterminated(code)) + "return value$;}"
                  : ended(unterminated(code)));
      case CALL ->
          add(
              isShown
                  ? "return Shown.of(()->"
                      + unterminated(code)
                      + (code.contains("//") ? "\n);" : ");")
                  : ended(unterminated(code)));
      default -> add("if(true){" + code + (code.contains("//") ? "\n}" : "}"));
    }
  }

  /** Where a line comment may stand at the end, the semicolon stands in a new line. */
  private static String ended(String code) {
    return code + (code.contains("//") ? "\n;" : ";");
  }

  private void add(String code) {
    text.append(code);
    lines += (int) code.chars().filter(c -> c == '\n').count();
  }

  private void padTo(int line) {
    while (lines < line) {
      text.append('\n');
      lines++;
    }
  }

  private static String unterminated(String code) {
    String rest = code;
    while (rest.endsWith(";")) {
      rest = rest.substring(0, rest.length() - 1).stripTrailing();
    }
    return rest;
  }

  private static String oneLine(String type) {
    return type.replaceAll("//.*", "").replaceAll("\\s+", " ");
  }

  /** Whether it has variables of its own. */
  public boolean declares() {
    return declares;
  }

  /** The source, without its package. */
  public String text() {
    return text.toString();
  }

  /** Which part a character of the source belongs to. */
  int pieceAt(long offset) {
    int piece = 0;
    while (piece + 1 < starts.size() && starts.get(piece + 1) <= offset) {
      piece++;
    }
    return piece;
  }
}
