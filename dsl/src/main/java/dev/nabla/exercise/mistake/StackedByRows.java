package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** The entries of a matrix read row by row and written column by column, or the other way. */
final class StackedByRows implements Mistake {
  @Override
  public String tag() {
    return "stacked-by-rows";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (node.rule() instanceof Rule.ByColumns by) {
      return List.of(Term.of(new ByRows(by.rows(), by.columns()), node));
    }
    boolean asked = step.kind() == Step.Kind.VALUE && step.right().name() != null;
    SimpleMatrix right = asked ? recipe.given(node.name()) : null;
    return right != null && right.getNumRows() > 1 && right.getNumCols() > 1
        ? List.of(Term.of(new Stacked(true), node), Term.of(new Stacked(false), node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the entries are stacked in another order in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Do the entries come column by column, or row by row?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "All numbers are there, and not all in their places.",
        "vec stacks the columns of a matrix, the first one on top.",
        "Fill " + step.name() + " down its first column first.");
  }

  @Override
  public boolean atTheEnd() {
    return true;
  }

  /** A Jacobian by a matrix of this shape, whose rows come one after the other. */
  private record ByRows(int rows, int columns) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      if (in[0].getNumCols() != rows * columns) {
        return null;
      }
      SimpleMatrix result = in[0].createLike();
      for (int k = 0; k < rows * columns; k++) {
        result.setColumn(k, in[0].getColumn(k % columns * rows + k / columns));
      }
      return result;
    }
  }

  /**
   * The same entries in the same shape, in the other order.
   *
   * @param byRows whether columns are read and rows are filled
   */
  private record Stacked(boolean byRows) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      int rows = in[0].getNumRows();
      int columns = in[0].getNumCols();
      SimpleMatrix result = in[0].createLike();
      for (int k = 0; k < rows * columns; k++) {
        int down = k % rows * columns + k / rows;
        result.set(byRows ? k : down, in[0].get(byRows ? down : k));
      }
      return result;
    }
  }
}
