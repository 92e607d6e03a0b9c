package dev.nabla.kernel.shell;

import java.util.List;
import java.util.Optional;

/**
 * A method of EJML's matrices that the course uses, in the order in which completion offers them.
 *
 * @param sentence what it gives, since EJML's own words are not at hand when a cell asks
 * @param signatures the ways to call it that the course uses, since not every JDK knows the names
 *     of EJML's parameters
 */
record MatrixMethod(String name, String sentence, List<String> signatures) {
  static final List<MatrixMethod> ALL =
      List.of(
          new MatrixMethod(
              "mult",
              "The matrix product A B. The columns of A must match the rows of B.",
              List.of("mult(ConstMatrix B) → SimpleMatrix")),
          new MatrixMethod(
              "transpose",
              "The transpose of A: its rows become columns.",
              List.of("transpose() → SimpleMatrix")),
          new MatrixMethod(
              "plus",
              "The sum A + B, entry by entry, of two matrices of one shape. A number b is added to"
                  + " every entry; beta and B give A + beta B.",
              List.of(
                  "plus(ConstMatrix B) → SimpleMatrix",
                  "plus(double b) → SimpleMatrix",
                  "plus(double beta, ConstMatrix B) → SimpleMatrix")),
          new MatrixMethod(
              "minus",
              "The difference A - B, entry by entry, of two matrices of one shape. A number b is"
                  + " subtracted from every entry.",
              List.of("minus(ConstMatrix B) → SimpleMatrix", "minus(double b) → SimpleMatrix")),
          new MatrixMethod(
              "scale",
              "Every entry of A times a number.",
              List.of("scale(double b) → SimpleMatrix")),
          new MatrixMethod(
              "elementMult",
              "The product A ∘ B, entry by entry, of two matrices of one shape. The matrix product"
                  + " is mult.",
              List.of("elementMult(ConstMatrix B) → SimpleMatrix")),
          new MatrixMethod(
              "get",
              "The entry in a row and a column, both counted from 0: get(0, 0) is the first. With"
                  + " one index the entries count row by row.",
              List.of("get(int row, int column) → double", "get(int index) → double")),
          new MatrixMethod(
              "set",
              "Changes the entry in a row and a column, both counted from 0, in A itself. With one"
                  + " index the entries count row by row.",
              List.of("set(int row, int column, double value)", "set(int index, double value)")),
          new MatrixMethod("getNumRows", "How many rows A has.", List.of("getNumRows() → int")),
          new MatrixMethod("getNumCols", "How many columns A has.", List.of("getNumCols() → int")),
          new MatrixMethod(
              "getNumElements",
              "How many entries A has: its rows times its columns.",
              List.of("getNumElements() → int")),
          new MatrixMethod(
              "elementSum", "The sum of all entries of A.", List.of("elementSum() → double")),
          new MatrixMethod(
              "dot",
              "The inner product of two vectors: the sum of the products of their entries.",
              List.of("dot(ConstMatrix v) → double")),
          new MatrixMethod(
              "extractMatrix",
              "The block of A in rows y0 to y1 - 1 and columns x0 to x1 - 1, counted from 0.",
              List.of("extractMatrix(int y0, int y1, int x0, int x1) → SimpleMatrix")));

  static Optional<MatrixMethod> of(String name) {
    return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
  }
}
