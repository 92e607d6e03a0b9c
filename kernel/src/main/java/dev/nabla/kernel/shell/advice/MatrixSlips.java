package dev.nabla.kernel.shell.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ejml.MatrixDimensionException;
import org.ejml.data.SingularMatrixException;
import org.ejml.simple.SimpleMatrix;

/** EJML's complaints, with the names of the line and the shapes of its variables. */
final class MatrixSlips {
  private static final Set<String> SAME_SHAPE =
      Set.of("plus", "minus", "elementMult", "elementDiv", "elementPower");

  static final List<CrashSlip> ALL =
      List.of(
          new CrashSlip(
              "product of shapes that do not fit",
              MatrixDimensionException.class,
              crash -> {
                String[] sizes =
                    crash.read(
                        "(\\d+) != (\\d+) (?:The 'A' and 'B' matrices|A.numCols and B.numRows) .*");
                if (sizes == null) {
                  return null;
                }
                Call call = call(crash, Set.of("mult"), sizes[0], sizes[1]);
                String left = shape(crash, call.left);
                String right = shape(crash, call.right);
                String shapes =
                    left == null || right == null
                        ? "the left has " + columns(sizes[0]) + ", the right has " + rows(sizes[1])
                        : call.left + " is " + left + ", " + call.right + " is " + right;
                return call.left
                    + ".mult("
                    + call.right
                    + "): "
                    + shapes
                    + ". "
                    + sizes[0]
                    + " is not "
                    + sizes[1]
                    + ": the columns of the left must match the rows of the right.";
              }),
          new CrashSlip(
              "entry by entry with different shapes",
              MatrixDimensionException.class,
              crash -> {
                String[] sizes = crash.read("Must be same shape\\. (\\d+)x(\\d+) vs (\\d+)x(\\d+)");
                return sizes == null ? null : sameShape(crash, sizes);
              }),
          new CrashSlip(
              "inverse of a matrix that is not square",
              MatrixDimensionException.class,
              crash -> {
                if (!crash.message().startsWith("Must be a square matrix")) {
                  return null;
                }
                Call call = call(crash, Set.of("invert", "determinant"), "", "");
                String shape = shape(crash, call.left);
                return call.method
                    + ": "
                    + call.left
                    + (shape == null ? " is not square" : " is " + shape)
                    + ", and only a square matrix has "
                    + (call.method.equals("determinant")
                        ? "a determinant."
                        : "an inverse. For a system of equations with more rows than columns use"
                            + " A.solve(b).");
              }),
          new CrashSlip(
              "singular matrix",
              SingularMatrixException.class,
              crash -> {
                Call call = call(crash, Set.of("invert", "solve"), "", "");
                return call.method
                    + ": "
                    + call.left
                    + " is singular: its rows depend on each other, so "
                    + (call.method.equals("invert")
                        ? "it has no inverse. A.pseudoInverse() always exists."
                        : "there is not exactly one solution.");
              }),
          new CrashSlip(
              "entry outside of a matrix",
              IllegalArgumentException.class,
              crash -> {
                String[] place =
                    crash.read("Specified element is out of bounds: \\(?(-?\\d+) ?, ?(-?\\d+)\\)?");
                if (place == null) {
                  place = crash.read("Specified element is out of bounds: (-?\\d+) (-?\\d+)");
                }
                if (place == null) {
                  return null;
                }
                Call call = call(crash, Set.of("get", "set"), "", "");
                SimpleMatrix matrix = crash.matrix(call.left);
                String entry = call.left + "." + call.method + "(" + place[0] + ", " + place[1];
                return matrix == null
                    ? entry + "): there is no such entry. EJML counts from 0."
                    : entry
                        + "): "
                        + call.left
                        + " is "
                        + shape(crash, call.left)
                        + ", and EJML counts from 0: rows 0 to "
                        + (matrix.getNumRows() - 1)
                        + ", columns 0 to "
                        + (matrix.getNumCols() - 1)
                        + ".";
              }),
          new CrashSlip(
              "row or column outside of a matrix",
              MatrixDimensionException.class,
              crash -> {
                String[] found = crash.read("src([XY])1 < src.*?\\( ?(\\d+)x(\\d+) ?\\).*");
                return found == null
                    ? null
                    : "there is no such "
                        + (found[0].equals("Y") ? "row" : "column")
                        + ": the matrix is "
                        + found[1]
                        + " x "
                        + found[2]
                        + ", and EJML counts from 0.";
              }),
          new CrashSlip(
              "rows of different length",
              IllegalArgumentException.class,
              crash ->
                  crash.message().startsWith("All rows must have the same length")
                      ? "the rows of a matrix must all have the same number of entries."
                      : null));

  private MatrixSlips() {}

  /** A call on a matrix, as written. */
  private record Call(String left, String method, String right) {}

  /**
   * The call of the line that fits: of those whose shapes we know the one that has these columns
   * left and rows right, else the first.
   */
  private static Call call(Crash crash, Set<String> methods, String columns, String rows) {
    List<Call> calls = calls(crash, methods);
    for (Call call : calls) {
      String left = shape(crash, call.left);
      String right = shape(crash, call.right);
      boolean leftFits = left == null || left.endsWith(" x " + columns);
      boolean rightFits = right == null || right.startsWith(rows + " x ");
      if (leftFits && rightFits) {
        return call;
      }
    }
    return calls.isEmpty() ? new Call("A", methods.iterator().next(), "B") : calls.get(0);
  }

  private static List<Call> calls(Crash crash, Set<String> methods) {
    List<Call> calls = new ArrayList<>();
    Source source = crash.source;
    for (Token token : crash.line()) {
      Token point = source.relative(token, -1);
      Token open = source.relative(token, 1);
      int close = open.is("(") ? source.closing(source.index(open)) : -1;
      if (methods.contains(token.text()) && point.is(".") && close > 0) {
        calls.add(
            new Call(
                source.between(receiverStart(source, point), point.start()).strip(),
                token.text(),
                source.between(open.end(), source.tokens.get(close).start()).strip()));
      }
    }
    return calls;
  }

  /** Where the expression before a point begins: names, points and calls in a chain. */
  private static int receiverStart(Source source, Token point) {
    int i = source.index(point) - 1;
    while (i >= 0) {
      Token token = source.tokens.get(i);
      if (token.is(")", "]")) {
        int depth = 0;
        do {
          depth +=
              source.tokens.get(i).is(")", "]") ? 1 : source.tokens.get(i).is("(", "[") ? -1 : 0;
          i--;
        } while (i >= 0 && depth > 0);
        if (i < 0 || !source.tokens.get(i).isName()) {
          return source.tokens.get(i + 1).start();
        }
        token = source.tokens.get(i);
      }
      if (i == 0 || !source.tokens.get(i - 1).is(".")) {
        return token.start();
      }
      i -= 2;
    }
    return 0;
  }

  /** "3 x 2" of a variable, or of its transpose; null if unknown. */
  private static String shape(Crash crash, String code) {
    boolean transposed = code.endsWith(".transpose()");
    String name = transposed ? code.substring(0, code.length() - ".transpose()".length()) : code;
    SimpleMatrix matrix = crash.matrix(name);
    if (matrix == null) {
      return null;
    }
    int rows = matrix.getNumRows();
    int columns = matrix.getNumCols();
    return transposed ? columns + " x " + rows : rows + " x " + columns;
  }

  private static String sameShape(Crash crash, String[] n) {
    String a = n[0] + " x " + n[1];
    String b = n[2] + " x " + n[3];
    Call call =
        calls(crash, SAME_SHAPE).stream()
            .filter(each -> fits(crash, each.left, a) && fits(crash, each.right, b))
            .findFirst()
            .orElse(new Call("A", "plus", "B"));
    String words =
        call.method + ": " + call.left + " is " + a + ", " + call.right + " is " + b + ".";
    if (n[0].equals(n[2]) && n[3].equals("1")) {
      return words + all(call, "column", call.right + ".mult(ones(1, " + n[1] + "))");
    }
    if (n[1].equals(n[3]) && n[2].equals("1")) {
      return words + all(call, "row", "ones(" + n[0] + ", 1).mult(" + call.right + ")");
    }
    if (n[0].equals(n[3]) && n[1].equals(n[2])) {
      return words + " Did you mean " + call.right + ".transpose()?";
    }
    return words + " Entry by entry both must have the same shape.";
  }

  private static boolean fits(Crash crash, String code, String shape) {
    String known = shape(crash, code);
    return known == null || known.equals(shape);
  }

  /** How the right is applied to each column or row of the left. */
  private static String all(Call call, String what, String spread) {
    String job =
        switch (call.method) {
          case "plus" -> "add " + call.right + " to every " + what;
          case "minus" -> "subtract " + call.right + " from every " + what;
          case "elementMult" -> "multiply every " + what + " by " + call.right;
          default -> "divide every " + what + " by " + call.right;
        };
    return " To " + job + ": " + call.left + "." + call.method + "(" + spread + ").";
  }

  private static String columns(String n) {
    return n.equals("1") ? "1 column" : n + " columns";
  }

  private static String rows(String n) {
    return n.equals("1") ? "1 row" : n + " rows";
  }
}
