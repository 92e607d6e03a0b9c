package dev.nabla.exercise;

import dev.nabla.graph.Derivative;
import dev.nabla.graph.Graph;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.MatrixText;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** Answers in every form a student has them: numbers, arrays, matrices, their text, formulas. */
final class Answers {
  private static final Pattern FORMULA = Pattern.compile("[\\p{L}()*^]");
  private static final Pattern EXPONENT = Pattern.compile("(?<=\\d)[eE](?=[+-]?\\d)");
  private static final String FORMS = "Give a matrix such as matrix(\"1 2; 3 4\"), or a number.";

  private Answers() {}

  /** Whether nothing stands there yet, as in a sheet that has just been handed out. */
  static boolean isEmpty(Object answer) {
    return answer == null
        || answer instanceof String text && text.isBlank()
        || answer instanceof SimpleMatrix matrix && matrix.getNumElements() == 0
        || answer instanceof DMatrixRMaj matrix && matrix.getNumElements() == 0
        || answer.getClass().isArray() && Array.getLength(answer) == 0;
  }

  /** Whether an answer is a formula rather than numbers. */
  static boolean isFormula(Object answer) {
    return answer instanceof Derivative
        || answer instanceof String text
            && FORMULA.matcher(EXPONENT.matcher(text).replaceAll("")).find();
  }

  /**
   * What is wrong with a formula in the words of a verdict. The place that a message marks below
   * the line is quoted.
   */
  static NablaException unreadable(String name, NablaException problem) {
    String[] lines = problem.getMessage().split("\n");
    String sentence = lines[0].replaceFirst("^(check|equalTo)(, line \\d+)?: ", "");
    String rest =
        lines.length == 3
            ? lines[1].substring(Math.min(lines[2].length() - 1, lines[1].length()))
            : "";
    boolean whole = lines.length < 3 || lines[1].strip().equals(rest);
    String place = whole ? "" : rest.isEmpty() ? " at its end" : " at \"" + shortened(rest) + "\"";
    return new NablaException("Your " + name + " cannot be read" + place + ": " + sentence);
  }

  /** The text of a formula. */
  static String formula(Object answer) {
    return answer instanceof Derivative derivative
        ? derivative.formula().toString()
        : (String) answer;
  }

  /**
   * The answer as a matrix.
   *
   * @param name the quantity, for messages
   * @param right its right value: an array of numbers stands as it does
   * @throws NablaException saying of "Your dW1" why it cannot be read
   */
  static SimpleMatrix matrix(String name, Object answer, SimpleMatrix right) {
    SimpleMatrix matrix = read(name, answer, right);
    if (matrix == null) {
      String kind =
          answer instanceof List ? "a list" : "of type " + answer.getClass().getSimpleName();
      throw new NablaException(
          "Your " + name + " is " + kind + ", which has no numbers to compare. " + FORMS);
    }
    try {
      Shape.requireFinite("check", "your " + name, matrix);
    } catch (NablaException uncountable) {
      throw said(uncountable, "check: your ", "Your ");
    }
    return matrix;
  }

  private static SimpleMatrix read(String name, Object answer, SimpleMatrix right) {
    if (answer instanceof SimpleMatrix matrix) {
      return matrix.getType().isReal() ? new SimpleMatrix(matrix) : null;
    } else if (answer instanceof Jacobian jacobian) {
      return jacobian.matrix();
    } else if (answer instanceof DMatrixRMaj matrix) {
      return SimpleMatrix.wrap(matrix.copy());
    } else if (answer instanceof Number number) {
      return new SimpleMatrix(1, 1, true, number.doubleValue());
    } else if (answer instanceof double[] numbers) {
      return line(numbers, right);
    } else if (answer instanceof int[] numbers) {
      return line(Arrays.stream(numbers).asDoubleStream().toArray(), right);
    } else if (answer instanceof double[][] rows) {
      return rows(name, rows);
    } else if (answer instanceof int[][] rows) {
      double[][] numbers = new double[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        numbers[i] = Arrays.stream(rows[i]).asDoubleStream().toArray();
      }
      return rows(name, numbers);
    } else if (answer instanceof String text) {
      return isFormula(text) ? number(name, text) : text(name, text);
    }
    return null;
  }

  /** An array has no direction, so it takes the one of a vector. */
  private static SimpleMatrix line(double[] numbers, SimpleMatrix right) {
    boolean column = right.getNumCols() == 1;
    return new SimpleMatrix(
        column ? numbers.length : 1, column ? 1 : numbers.length, true, numbers);
  }

  private static SimpleMatrix rows(String name, double[][] rows) {
    for (double[] row : rows) {
      if (row == null || row.length == 0 || row.length != rows[0].length) {
        throw new NablaException("The rows of your " + name + " have different lengths. " + FORMS);
      }
    }
    return new SimpleMatrix(rows);
  }

  private static SimpleMatrix text(String name, String text) {
    try {
      return MatrixText.parse(text);
    } catch (NablaException problem) {
      throw said(problem, "matrix: ", "In your " + name + ", ");
    }
  }

  /** A problem of another call in the words of a verdict. */
  private static NablaException said(NablaException problem, String call, String words) {
    String message = problem.getMessage();
    return message.startsWith(call)
        ? new NablaException(words + message.substring(call.length()))
        : problem;
  }

  /** A formula without names is a number; else letters have slipped in among numbers. */
  private static SimpleMatrix number(String name, String text) {
    try {
      Graph graph = Graph.of("answer = " + text);
      if (graph.inputs().isEmpty()) {
        return graph.at().value("answer");
      }
    } catch (NablaException unreadable) {
      // The sentence below says the same in the words of this question.
    }
    if (MatrixText.hasNumber(text)) {
      return text(name, text);
    }
    throw new NablaException(
        "Your "
            + name
            + " is the text \""
            + shortened(text)
            + "\", but "
            + name
            + " is asked in numbers. "
            + FORMS);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
