package dev.nabla.kernel.shell.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Indices outside of arrays, lists and texts, and sizes that cannot be. */
final class IndexSlips {
  static final List<CrashSlip> ALL =
      List.of(
          new CrashSlip(
              "index out of range",
              IndexOutOfBoundsException.class,
              crash -> {
                String[] found =
                    crash.read("Index:? (-?\\d+)(?: out of bounds for length|,? Size:) (\\d+)");
                if (found != null) {
                  return index(crash, Integer.parseInt(found[0]), Integer.parseInt(found[1]));
                }
                found = crash.read("(?:String )?[Ii]ndex out of range: (-?\\d+)");
                String text = found == null ? null : anyText(crash);
                return text == null
                    ? null
                    : index(
                        crash,
                        Integer.parseInt(found[0]),
                        ((String) crash.variable(text)).length());
              }),
          new CrashSlip(
              "piece of a text out of range",
              StringIndexOutOfBoundsException.class,
              crash -> {
                String[] found =
                    crash.read(
                        "(?:begin |Range \\[)(-?\\d+), (?:end )?(-?\\d+)(?:, |\\) out of bounds for )length (\\d+)");
                return found == null
                    ? null
                    : "there is no piece from "
                        + found[0]
                        + " to "
                        + found[1]
                        + ": the text has "
                        + found[2]
                        + " characters. substring(from, to) counts from 0 and leaves out to.";
              }),
          new CrashSlip(
              "negative size",
              NegativeArraySizeException.class,
              crash -> {
                String[] found = crash.read("(-\\d+)");
                return found == null
                    ? null
                    : "an array cannot have "
                        + found[0]
                        + " entries. Where does the size come from?";
              }));

  private IndexSlips() {}

  private static String index(Crash crash, int index, int length) {
    String name = crash.holderOf(length);
    if (length == 0) {
      return "index "
          + index
          + " does not exist: "
          + (name == null ? "there are no entries." : name + " is empty.");
    }
    List<String> words = new ArrayList<>();
    words.add(
        "index "
            + index
            + " does not exist: "
            + (name == null
                ? "there " + are(length)
                : name + " has " + entries(crash, name, length))
            + ", counted from 0 to "
            + (length - 1)
            + ".");
    if (index < 0) {
      words.add("The last one is at " + (length - 1) + ": there is no counting from the back.");
    } else if (index == length && loopsTooFar(crash, name)) {
      words.add("The loop goes one step too far: write < instead of <=.");
    } else if (index == length) {
      words.add("The last one is at " + (length - 1) + ".");
    }
    return String.join(" ", words);
  }

  private static String are(int length) {
    return length == 1 ? "is 1 entry" : "are " + length + " entries";
  }

  private static String entries(Crash crash, String name, int length) {
    String noun = crash.variable(name) instanceof String ? "character" : "entr";
    String ending = noun.equals("entr") ? length == 1 ? "y" : "ies" : length == 1 ? "" : "s";
    return length + " " + noun + ending;
  }

  private static boolean loopsTooFar(Crash crash, String name) {
    return name != null
        && Pattern.compile("<=\\s*" + Pattern.quote(name) + "\\s*\\.\\s*(length|size\\(\\))")
            .matcher(crash.source.text)
            .find();
  }

  private static String anyText(Crash crash) {
    return crash.line().stream()
        .filter(Token::isName)
        .map(Token::text)
        .filter(each -> crash.variable(each) instanceof String)
        .findFirst()
        .orElse(null);
  }
}
