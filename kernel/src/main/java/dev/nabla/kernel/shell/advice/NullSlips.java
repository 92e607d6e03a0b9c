package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Values that are not there: what the JVM says about null, in other words. */
final class NullSlips {
  private static final String BECAUSE = " because (?:the return value of )?\"(.*)\" is null";

  static final List<CrashSlip> ALL =
      List.of(
          slip(
              "null as a number",
              "Cannot invoke \"[\\w.]+\\.(\\w+Value)\\(\\)\"" + BECAUSE,
              found -> it(found[1]) + " is null, and null is no number."),
          slip(
              "call on null",
              "Cannot invoke \"[\\w.$<>]+\\.(\\w+)\\(.*?\\)\"" + BECAUSE,
              found ->
                  it(found[1])
                      + " is null: it holds nothing, so ."
                      + found[0]
                      + "(...) cannot be called on it."
                      + give(found[1])),
          slip(
              "entry of null",
              "Cannot (?:load from|store to) \\w+ array" + BECAUSE,
              found -> it(found[0]) + " is null: there is no array yet." + give(found[0])),
          slip(
              "length of null",
              "Cannot read the array length" + BECAUSE,
              found -> it(found[0]) + " is null, so it has no length." + give(found[0])),
          slip(
              "field of null",
              "Cannot (?:read|assign) field \"(\\w+)\"" + BECAUSE,
              found -> it(found[1]) + " is null, so it has no " + found[0] + "." + give(found[1])),
          slip(
              "null where none is allowed",
              "",
              found -> "a null is passed on here, and this method or collection takes none."));

  private NullSlips() {}

  private interface Words {
    String of(String[] found);
  }

  private static CrashSlip slip(String name, String regex, Words words) {
    return new CrashSlip(
        name,
        NullPointerException.class,
        crash -> {
          String[] found = crash.read(regex);
          return found == null ? null : words.of(found);
        });
  }

  /** The expression that is null, as the user wrote it where we know. */
  private static String it(String expression) {
    if (expression.startsWith("<")) {
      return "the value";
    }
    String own = variable(expression);
    return own.endsWith(")")
        ? "what " + own.replaceAll("^(?:.*\\.)?(\\w+)\\(.*", "$1(...)") + " gives back"
        : own;
  }

  /** A variable of a cell is a field of the class that the cell became. */
  private static String variable(String expression) {
    return expression.replaceFirst("^(?:\\w+\\.)*Code\\$\\.", "");
  }

  private static String give(String expression) {
    String own = variable(expression);
    return own.matches("\\w+") ? " Give " + own + " a value first." : "";
  }
}
