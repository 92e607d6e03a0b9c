package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.graph.Derivative;
import dev.nabla.matrix.Jacobian;
import dev.nabla.message.NablaException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * Answers as they leave the process of a student's notebook: numbers and text, never objects, so
 * that nothing of the student's program comes with them.
 */
final class Handover {
  private static final int MOST_CHARS = 20_000;
  private static final int MOST_NUMBERS = 50_000;
  private static final int MOST_CHARS_PACKED = 2_000_000;

  private Handover() {}

  /** A value of a variable as data. */
  static JsonObject pack(Object value) {
    JsonObject packed = new JsonObject();
    if (value == null) {
      packed.addProperty("text", "");
    } else if (value instanceof String text) {
      text(packed, text);
    } else if (value instanceof Derivative derivative) {
      text(packed, derivative.formula().toString());
    } else if (value instanceof Number number) {
      packed.addProperty("number", number(number));
    } else if (value instanceof Jacobian jacobian) {
      matrix(packed, jacobian.matrix());
    } else if (value instanceof SimpleMatrix matrix && matrix.getType().isReal()) {
      matrix(packed, matrix);
    } else if (value instanceof DMatrixRMaj matrix) {
      matrix(packed, SimpleMatrix.wrap(matrix));
    } else if (value instanceof double[] line) {
      line(packed, line);
    } else if (value instanceof int[] line) {
      line(packed, doubles(line));
    } else if (value instanceof double[][] rows) {
      rows(packed, rows);
    } else if (value instanceof int[][] rows) {
      rows(packed, Arrays.stream(rows).map(Handover::doubles).toArray(double[][]::new));
    } else {
      packed.addProperty("type", value instanceof List ? "List" : value.getClass().getSimpleName());
    }
    return packed;
  }

  private static void text(JsonObject packed, String text) {
    if (text.length() > MOST_CHARS) {
      packed.addProperty("large", text.length() + " characters");
    } else {
      packed.addProperty("text", text);
    }
  }

  private static String number(Number number) {
    boolean whole =
        number instanceof Integer
            || number instanceof Long
            || number instanceof Short
            || number instanceof Byte
            || number instanceof BigInteger;
    return whole ? Long.toString(number.longValue()) : Double.toString(number.doubleValue());
  }

  private static void matrix(JsonObject packed, SimpleMatrix matrix) {
    if (matrix.getNumElements() == 0) {
      packed.addProperty("text", "");
    } else if (isSmall(packed, matrix.getNumElements())) {
      JsonArray rows = new JsonArray();
      for (int i = 0; i < matrix.getNumRows(); i++) {
        JsonArray row = new JsonArray();
        for (int j = 0; j < matrix.getNumCols(); j++) {
          row.add(Double.toString(matrix.get(i, j)));
        }
        rows.add(row);
      }
      packed.add("matrix", rows);
    }
  }

  private static void line(JsonObject packed, double[] line) {
    if (isSmall(packed, line.length)) {
      packed.add("line", numbers(line));
    }
  }

  private static void rows(JsonObject packed, double[][] rows) {
    if (isSmall(packed, Arrays.stream(rows).mapToLong(row -> row == null ? 0 : row.length).sum())) {
      JsonArray all = new JsonArray();
      for (double[] row : rows) {
        all.add(numbers(row == null ? new double[0] : row));
      }
      packed.add("rows", all);
    }
  }

  private static boolean isSmall(JsonObject packed, long numbers) {
    if (numbers > MOST_NUMBERS) {
      packed.addProperty("large", numbers + " numbers");
    }
    return numbers <= MOST_NUMBERS;
  }

  private static JsonArray numbers(double[] line) {
    JsonArray numbers = new JsonArray();
    for (double each : line) {
      numbers.add(Double.toString(each));
    }
    return numbers;
  }

  private static double[] doubles(int[] line) {
    return line == null ? null : Arrays.stream(line).asDoubleStream().toArray();
  }

  /** What a program may have written itself, no larger than {@link #pack} makes it. */
  static JsonObject bounded(JsonObject packed) {
    int length = packed.toString().length();
    if (length <= MOST_CHARS_PACKED) {
      return packed;
    }
    JsonObject large = new JsonObject();
    large.addProperty("large", length + " characters");
    return large;
  }

  /**
   * The data as what {@code check} takes.
   *
   * @throws NablaException if no check could take it
   */
  static Object unpack(JsonObject packed) {
    if (packed.has("text")) {
      return packed.get("text").getAsString();
    }
    if (packed.has("number")) {
      String number = packed.get("number").getAsString();
      return number.matches("-?\\d+") ? (Object) Long.valueOf(number) : Double.valueOf(number);
    }
    if (packed.has("matrix")) {
      return new SimpleMatrix(doubles(packed.getAsJsonArray("matrix")));
    }
    if (packed.has("rows")) {
      return doubles(packed.getAsJsonArray("rows"));
    }
    if (packed.has("line")) {
      return line(packed.getAsJsonArray("line"));
    }
    throw new NablaException(
        packed.has("large")
            ? "the answer has " + packed.get("large").getAsString() + ", more than an answer has."
            : "the answer is of type "
                + packed.get("type").getAsString()
                + ", which has no numbers to compare.");
  }

  private static double[][] doubles(JsonArray rows) {
    double[][] numbers = new double[rows.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = line(rows.get(i).getAsJsonArray());
    }
    return numbers;
  }

  private static double[] line(JsonArray line) {
    double[] numbers = new double[line.size()];
    int i = 0;
    for (JsonElement each : line) {
      numbers[i++] = Double.parseDouble(each.getAsString());
    }
    return numbers;
  }

  /** An answer in one line, as its student may recognize it. */
  static String words(JsonObject packed) {
    for (String plain : List.of("text", "number", "large", "type")) {
      if (packed.has(plain)) {
        return packed.get(plain).getAsString();
      }
    }
    StringBuilder words = new StringBuilder();
    JsonArray all =
        packed.has("line")
            ? packed.getAsJsonArray("line")
            : packed.getAsJsonArray(packed.has("matrix") ? "matrix" : "rows");
    for (JsonElement each : all) {
      boolean row = each.isJsonArray();
      words.append(words.isEmpty() ? "" : row ? "; " : " ");
      words.append(row ? words(each.getAsJsonArray()) : typed(each.getAsString()));
    }
    return words.toString();
  }

  private static String words(JsonArray row) {
    StringBuilder words = new StringBuilder();
    row.forEach(each -> words.append(words.isEmpty() ? "" : " ").append(typed(each.getAsString())));
    return words.toString();
  }

  private static String typed(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }
}
