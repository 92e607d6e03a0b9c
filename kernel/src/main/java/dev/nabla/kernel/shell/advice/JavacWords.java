package dev.nabla.kernel.shell.advice;

/** Javac's words without what JShell wraps around a cell. */
final class JavacWords {
  private JavacWords() {}

  /** Type names become short, the wrapper classes of JShell go. */
  static String clean(String message) {
    return message
        .replaceAll("\\bREPL\\.", "")
        .replaceAll("\\$JShell\\$\\w+\\.", "")
        .replaceAll("(?:\\b[a-z][\\w]*\\.)+(?=[A-Z])", "")
        .replaceAll(" in class(?= |$)(?! [A-Z])", "")
        .replace(",", ", ")
        .replace(",  ", ", ");
  }

  /** One sentence of it: javac's own words where we know nothing better. */
  static String sentence(String message) {
    String line = clean(message).lines().map(String::strip).findFirst().orElse("");
    if (message.contains("symbol:")) {
      String symbol = clean(message).replaceAll("(?s).*symbol:\\s+(.*?)\\s*(\\n.*|$)", "$1");
      line = "cannot find " + symbol;
    }
    return line.isEmpty() ? "this is not Java." : line.endsWith(".") ? line : line + ".";
  }
}
