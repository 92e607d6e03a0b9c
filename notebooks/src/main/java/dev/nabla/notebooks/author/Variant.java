package dev.nabla.notebooks.author;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source with other numbers: its data come from {@code numbers(variant)}, and one line of it says
 * {@code var variant = 1;}.
 */
final class Variant {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^(?<before>\\s*(?:var|int|long)\\s+variant\\s*=\\s*)\\d+(?<after>\\s*;.*)$");

  private static final int MOST = 1_000_000_000;

  private Variant() {}

  /**
   * The source with this number.
   *
   * @throws NablaException if the source has no such line, or several
   */
  static Notebook of(Notebook source, int number) {
    List<Cell> cells = new ArrayList<>();
    int found = 0;
    for (Cell cell : source.cells()) {
      Matcher line = LINE.matcher(cell.isCode() ? cell.source() : "");
      found += (int) line.results().count();
      cells.add(
          cell.isCode()
              ? cell.withSource(line.replaceFirst("${before}" + number + "${after}"))
              : cell);
    }
    if (found != 1) {
      throw new NablaException(
          found == 0
              ? "no line of it says var variant = 1; so there is nothing to vary. Write such a"
                  + " line, and take the data from numbers(variant)."
              : found + " lines of it say var variant = 1; Write it once.");
    }
    return source.with(cells);
  }

  /** The number of a student: always the same, and nobody's neighbor's. */
  static int number(long seed, String student, int attempt) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text = seed + ":" + student + ":" + attempt;
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return 1 + Math.floorMod(ByteBuffer.wrap(hash).getInt(), MOST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
