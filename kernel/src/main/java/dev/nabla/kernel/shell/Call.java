package dev.nabla.kernel.shell;

/**
 * A magic as it is typed: {@code %name arguments} on a line of its own, or {@code %%name arguments}
 * above the rest of a cell. All places count characters of the cell.
 *
 * @param name without percent signs; may end in a question mark
 * @param isCell whether it begins with two percent signs
 * @param start where its first percent sign stands
 * @param arguments the rest of its line, without blanks around it
 * @param argumentsStart where they begin, or would
 * @param body what follows the line of a cell magic; empty for a line magic
 * @param bodyStart where the body begins
 */
public record Call(
    String name,
    boolean isCell,
    int start,
    String arguments,
    int argumentsStart,
    String body,
    int bodyStart) {

  /** Whether a magic begins here: percent signs and a name at the start of a line. */
  static boolean begins(String source, int at) {
    int name = source.startsWith("%%", at) ? at + 2 : at + 1;
    return source.startsWith("%", at)
        && source.substring(source.lastIndexOf('\n', at - 1) + 1, at).isBlank()
        && name < source.length()
        && Character.isJavaIdentifierStart(source.charAt(name));
  }

  /** Reads the magic that begins here. */
  static Call at(String source, int start) {
    boolean isCell = source.startsWith("%%", start);
    int newline = source.indexOf('\n', start);
    int lineEnd = newline < 0 ? source.length() : newline;
    int name = start + (isCell ? 2 : 1);
    int nameEnd = name;
    while (nameEnd < lineEnd && !Character.isWhitespace(source.charAt(nameEnd))) {
      nameEnd++;
    }
    int arguments = nameEnd;
    while (arguments < lineEnd && Character.isWhitespace(source.charAt(arguments))) {
      arguments++;
    }
    int body = isCell ? Math.min(lineEnd + 1, source.length()) : lineEnd;
    return new Call(
        source.substring(name, nameEnd),
        isCell,
        start,
        source.substring(arguments, lineEnd).stripTrailing(),
        arguments,
        isCell ? source.substring(body) : "",
        body);
  }

  /** As it is called: {@code %maven} or {@code %%bash}. */
  public String sign() {
    return (isCell ? "%%" : "%") + name;
  }

  /** Where all of it ends. */
  public int end() {
    return isCell ? bodyStart + body.length() : bodyStart;
  }
}
