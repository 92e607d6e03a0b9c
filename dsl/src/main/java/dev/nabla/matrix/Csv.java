package dev.nabla.matrix;

import dev.nabla.display.Notation;
import dev.nabla.display.View.Axis;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads numbers from a CSV file: one row per line, cells split by comma or semicolon, an optional
 * first line with names, cells optionally in double quotes.
 *
 * <pre>{@code
 * var table = csv("points.csv");         // rows are examples
 * var X = table.cols(0, 2).transpose();  // columns are examples
 * }</pre>
 */
public final class Csv {
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

  private Csv() {}

  /**
   * The numbers of a file, rows and columns as there.
   *
   * @throws NablaException if there is no such file, rows differ in length, or a cell is not a
   *     number
   */
  public static Quantity read(String file) {
    List<Line> lines = lines(file);
    if (lines.isEmpty()) {
      throw new NablaException("csv: " + file + " is empty.");
    }
    List<Notation> names = List.of();
    int first = 0;
    if (Arrays.stream(lines.get(0).cells).noneMatch(Csv::isNumber)) {
      names = Arrays.stream(lines.get(0).cells).map(Notation::of).toList();
      first = 1;
    }
    if (lines.size() == first) {
      throw new NablaException("csv: " + file + " has names but no numbers below them.");
    }
    int columns = lines.get(0).cells.length;
    double[][] rows = new double[lines.size() - first][columns];
    for (int i = 0; i < rows.length; i++) {
      Line line = lines.get(first + i);
      String[] cells = line.cells;
      if (cells.length != columns) {
        throw new NablaException(
            "csv: line "
                + line.number
                + " of "
                + file
                + " has "
                + Shape.count(cells.length, "cell", "cells")
                + ", line "
                + lines.get(0).number
                + " has "
                + columns
                + ".");
      }
      for (int j = 0; j < columns; j++) {
        rows[i][j] = number(file, line.number, j + 1, cells[j]);
      }
    }
    return new Quantity(
        Matrices.of(rows), Notation.of(name(file)), Axis.UNNAMED, new Axis("", names), "");
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  /** One line that is not blank, counted from 1 with the blank ones. */
  private record Line(int number, String[] cells) {}

  private static List<Line> lines(String file) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        number++;
        if (!line.isBlank()) {
          lines.add(new Line(number, cells(line)));
        }
      }
      return lines;
    } catch (NoSuchFileException missing) {
      throw new NablaException(
          "csv: there is no file "
              + file
              + ". A path without / in front starts where the notebook is: "
              + Path.of("").toAbsolutePath()
              + ".");
    } catch (MalformedInputException binary) {
      throw new NablaException("csv: " + file + " is not text in UTF-8.");
    } catch (IOException failure) {
      throw new NablaException("csv: " + file + " cannot be read: " + failure.getMessage());
    }
  }

  private static String[] cells(String line) {
    // A byte order mark is no part of the first name.
    String text = line.startsWith("\ufeff") ? line.substring(1) : line;
    String separator = text.contains(";") ? ";" : ",";
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .map(cell -> QUOTED.matcher(cell).replaceFirst("$1"))
        .toArray(String[]::new);
  }

  private static boolean isNumber(String cell) {
    return MatrixText.isNumber(cell);
  }

  private static double number(String file, int line, int column, String cell) {
    if (!isNumber(cell)) {
      throw new NablaException(
          "csv: line "
              + line
              + " of "
              + file
              + ", column "
              + column
              + " is \""
              + cell
              + "\", which is not a number.");
    }
    return MatrixText.parse(cell).get(0);
  }
}
