package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/**
 * Reads a matrix as it is written by hand: rows split by {@code ;} or line, entries by space or, in
 * the whole row, by comma; fractions allowed.
 *
 * <pre>{@code
 * MatrixText.parse("1 1/2; -3 .4")   // 2 x 2
 * }</pre>
 */
public final class MatrixText {
  private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
  private static final Pattern ENTRY = Pattern.compile("(" + NUMBER + ")(?:/(" + NUMBER + "))?");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
  private static final String SEPARATED = "Rows are separated by ; and entries by spaces.";

  private MatrixText() {}

  /**
   * The matrix written in {@code text}.
   *
   * @throws NablaException if there is no entry, if rows differ in length, or if a word is not a
   *     number
   */
  public static SimpleMatrix parse(String text) {
    if (text == null || text.isBlank()) {
      throw new NablaException(
          "matrix: there is no number between the quotes. Write rows with ; between them, like"
              + " matrix(\"1 2; 3 4\").");
    }
    if (text.contains("[") || text.contains("]")) {
      throw new NablaException(
          "matrix: no brackets are needed between the quotes. Write matrix(\"1 2; 3 4\").");
    }
    List<double[]> rows = new ArrayList<>();
    for (String row : rows(text)) {
      rows.add(row(row, rows.size() + 1));
    }
    return Matrices.of(rows.toArray(double[][]::new), SEPARATED);
  }

  /** Whether a text has a number this reads, and so is meant as a matrix. */
  public static boolean hasNumber(String text) {
    return Stream.of(text.split("[\\s,;]+")).anyMatch(MatrixText::isNumber);
  }

  /** Whether a word is a number this reads. */
  static boolean isNumber(String word) {
    return ENTRY.matcher(word.replace('\u2212', '-')).matches();
  }

  /** Rows as typed; a line may end in {@code ;} and blank lines do not count. */
  private static List<String> rows(String text) {
    List<String> rows = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        String body = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
        rows.addAll(List.of(body.split(";", -1)));
      }
    }
    return rows;
  }

  private static double[] row(String text, int row) {
    if (text.isBlank()) {
      throw new NablaException("matrix: row " + row + " is empty. " + SEPARATED);
    }
    String[] words = SEPARATOR.split(text.strip(), -1);
    double[] entries = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      entries[i] = entry(words[i], row, i + 1);
    }
    requireOneSeparator(text.strip(), row, words.length);
    return entries;
  }

  /** Commas between some entries and spaces between others are decimal commas, or rows. */
  private static void requireOneSeparator(String text, int row, int entries) {
    String[] pieces = COMMA.split(text);
    if (pieces.length == 1 || pieces.length == entries) {
      return;
    }
    boolean rows =
        Stream.of(pieces).mapToInt(piece -> piece.split("\\s+").length).distinct().count() == 1;
    String decimal = rows ? null : decimalComma(text);
    throw new NablaException(
        "matrix: row "
            + row
            + " has "
            + (decimal != null
                ? decimal
                : "commas between some entries and spaces between others. " + SEPARATED));
  }

  /**
   * What to say of a text whose commas look like decimal ones: {@code "0,5", which is two entries}
   * and so on; null where none does.
   */
  public static String decimalComma(String text) {
    Matcher decimal = DECIMAL_COMMA.matcher(text);
    return decimal.find()
        ? "\"%s\", which is two entries: the decimal sign is a point. Did you mean %s?"
            .formatted(decimal.group(), decimal.group().replace(',', '.'))
        : null;
  }

  private static double entry(String word, int row, int index) {
    String place = "matrix: row " + row + ", entry " + index;
    if (word.isEmpty()) {
      throw new NablaException(
          place + " is missing beside a comma. Write a number there, or remove the comma.");
    }
    // A minus sign copied from a typeset page is U+2212.
    Matcher entry = ENTRY.matcher(word.replace('\u2212', '-'));
    if (!entry.matches()) {
      String digits = word.replace('O', '0').replace('o', '0').replace('l', '1').replace('I', '1');
      throw new NablaException(
          place
              + " is \""
              + word
              + "\", which is not a number. "
              + (isNumber(digits)
                  ? "There is a letter in it; did you mean " + digits + "?"
                  : "Write numbers such as 2, -0.5, 1e-3 or 1/2."));
    }
    double value = Double.parseDouble(entry.group(1));
    if (entry.group(2) != null) {
      double below = Double.parseDouble(entry.group(2));
      if (below == 0) {
        throw new NablaException(place + " is " + word + ", a division by zero.");
      }
      value /= below;
    }
    if (!Double.isFinite(value)) {
      throw new NablaException(
          place + " is " + word + ", which is too large: a double ends at 1.8e308.");
    }
    return value;
  }
}
