package dev.nabla.kernel.shell.advice;

import java.util.IllegalFormatConversionException;
import java.util.List;
import java.util.MissingFormatArgumentException;
import java.util.UnknownFormatConversionException;

/** Values that cannot be computed, converted or written. */
final class ValueSlips {
  static final List<CrashSlip> ALL =
      List.of(
          new CrashSlip(
              "division by zero",
              ArithmeticException.class,
              crash ->
                  crash.read("/ by zero") == null
                      ? null
                      : "a whole number is divided by zero"
                          + divisor(crash)
                          + ". (With a double the result would be Infinity or NaN.)"),
          new CrashSlip(
              "overflow",
              ArithmeticException.class,
              crash -> {
                String[] type = crash.read("(integer|long) overflow");
                return type == null
                    ? null
                    : "the result is too large for "
                        + (type[0].equals("long")
                            ? "a long. Use BigInteger."
                            : "an int. Use long.");
              }),
          new CrashSlip(
              "endless decimals",
              ArithmeticException.class,
              crash ->
                  crash.message().startsWith("Non-terminating decimal")
                      ? "the decimals of this quotient never end. Say how many: divide(x,"
                          + " MathContext.DECIMAL64)."
                      : null),
          new CrashSlip(
              "wrong cast",
              ClassCastException.class,
              crash -> {
                String[] types =
                    crash.read(
                        "class (?:\\S+\\.)?(\\S+) cannot be cast to class (?:\\S+\\.)?(\\S+) .*");
                return types == null
                    ? null
                    : "the value is "
                        + TypeSlips.article(types[0])
                        + ", so it cannot be used as "
                        + TypeSlips.article(types[1])
                        + (isNumber(types[0]) && isNumber(types[1])
                            ? ". Convert it: ((Number) x)." + primitive(types[1]) + "Value()."
                            : ".");
              }),
          new CrashSlip(
              "decimal comma in a text",
              NumberFormatException.class,
              crash -> {
                String[] text = crash.read("For input string: \"(-?\\d+), ?(\\d+)\".*");
                return text == null
                    ? null
                    : "\""
                        + text[0]
                        + ","
                        + text[1]
                        + "\" has a comma. In Java a decimal point is a point: \""
                        + text[0]
                        + "."
                        + text[1]
                        + "\".";
              }),
          new CrashSlip(
              "decimals in a whole number",
              NumberFormatException.class,
              crash -> {
                String[] text = crash.read("For input string: \"(-?\\d*\\.\\d*)\".*");
                return text == null
                    ? null
                    : "\"" + text[0] + "\" is no whole number. Read it with Double.parseDouble.";
              }),
          new CrashSlip(
              "number with blanks",
              NumberFormatException.class,
              crash -> {
                String[] text = crash.read("For input string: \"(\\s+-?\\d+\\s*|-?\\d+\\s+)\".*");
                return text == null
                    ? null
                    : "\""
                        + text[0]
                        + "\" has blanks around the number. Take them off with .strip().";
              }),
          new CrashSlip(
              "number too large to read",
              NumberFormatException.class,
              crash -> {
                String[] text = crash.read("For input string: \"(-?\\d{10,})\".*");
                return text == null
                    ? null
                    : text[0] + " is too large for an int. Read it with Long.parseLong.";
              }),
          new CrashSlip(
              "text that is no number",
              NumberFormatException.class,
              crash -> {
                String[] text = crash.read("For input string: \"(.*)\".*");
                return text == null
                    ? null
                    : text[0].isEmpty()
                        ? "an empty text is no number."
                        : "\"" + text[0] + "\" is no number.";
              }),
          new CrashSlip(
              "format for another type",
              IllegalFormatConversionException.class,
              crash -> {
                String[] types = crash.read("(\\w) != (\\w+)");
                return types == null
                    ? null
                    : "%"
                        + types[0]
                        + " does not write "
                        + TypeSlips.article(types[1])
                        + ". "
                        + (types[1].matches("Double|Float")
                            ? "Use %f, or %.2f for two decimals."
                            : types[1].matches("Integer|Long") ? "Use %d." : "Use %s.");
              }),
          new CrashSlip(
              "format without a value",
              MissingFormatArgumentException.class,
              crash -> {
                String[] found = crash.read("Format specifier '(.*)'");
                return found == null
                    ? null
                    : found[0] + " has no value. Each % needs one, in the same order.";
              }),
          new CrashSlip(
              "unknown format",
              UnknownFormatConversionException.class,
              crash -> {
                String[] found = crash.read("Conversion = '(.*)'");
                return found == null
                    ? null
                    : "%"
                        + found[0]
                        + " is no format. The usual ones are %d, %f, %.2f, %s; a percent"
                        + " sign is %%.";
              }),
          new CrashSlip(
              "unknown enum constant",
              IllegalArgumentException.class,
              crash -> {
                String[] found = crash.read("No enum constant (?:.*\\.)?(\\w+)\\.(.*)");
                return found == null ? null : found[0] + " has no constant " + found[1] + ".";
              }));

  private ValueSlips() {}

  /** Which divisor it was, if one variable of the line after / or % is zero. */
  private static String divisor(Crash crash) {
    for (Token token : crash.line()) {
      Token before = crash.source.relative(token, -1);
      boolean isZero =
          token.isName()
              && before.is("/", "%", "/=", "%=")
              && crash.variable(token.text()) instanceof Number number
              && number.doubleValue() == 0;
      if (isZero) {
        return ": " + token.text() + " is 0";
      }
    }
    return "";
  }

  private static boolean isNumber(String type) {
    return type.matches("Integer|Long|Double|Float|Short|Byte");
  }

  private static String primitive(String type) {
    return type.equals("Integer") ? "int" : type.toLowerCase(java.util.Locale.ROOT);
  }
}
