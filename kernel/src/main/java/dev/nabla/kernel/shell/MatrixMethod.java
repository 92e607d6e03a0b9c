package dev.nabla.kernel.shell;

import java.util.List;
import java.util.Optional;

/**
 * A method of EJML's matrices that the course uses, in the order in which completion offers them.
 *
 * @param sentence what it gives, since EJML's own words are not at hand when a cell asks
 */
record MatrixMethod(String name, String sentence) {
  static final List<MatrixMethod> ALL =
      List.of(
          new MatrixMethod(
              "mult", "The matrix product A B. The columns of A must match the rows of B."),
          new MatrixMethod("transpose", "The transpose of A: its rows become columns."),
          new MatrixMethod(
              "plus",
              "The sum A + B, entry by entry, of two matrices of one shape. A number b is added to"
                  + " every entry; beta and B give A + beta B."),
          new MatrixMethod(
              "minus",
              "The difference A - B, entry by entry, of two matrices of one shape. A number b is"
                  + " subtracted from every entry."),
          new MatrixMethod("scale", "Every entry of A times a number."),
          new MatrixMethod(
              "elementMult",
              "The product A ∘ B, entry by entry, of two matrices of one shape. The matrix product"
                  + " is mult."),
          new MatrixMethod(
              "get",
              "The entry in a row and a column, both counted from 0: get(0, 0) is the first."),
          new MatrixMethod(
              "set", "Changes the entry in a row and a column, both counted from 0, in A itself."),
          new MatrixMethod("getNumRows", "How many rows A has."),
          new MatrixMethod("getNumCols", "How many columns A has."),
          new MatrixMethod("getNumElements", "How many entries A has: its rows times its columns."),
          new MatrixMethod("elementSum", "The sum of all entries of A."),
          new MatrixMethod(
              "dot", "The inner product of two vectors: the sum of the products of their entries."),
          new MatrixMethod(
              "extractMatrix",
              "The block of A in rows y0 to y1 - 1 and columns x0 to x1 - 1, counted from 0."));

  static Optional<MatrixMethod> of(String name) {
    return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
  }
}
