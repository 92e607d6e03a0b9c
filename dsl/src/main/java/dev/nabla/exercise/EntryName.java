package dev.nabla.exercise;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.simple.SimpleMatrix;

/**
 * One entry of a quantity, {@code dW1[2,1]} or {@code db1[2]}, in the indices of the sheet.
 *
 * @param quantity whose entry it is
 */
record EntryName(String quantity, int row, int column) {
  private static final Pattern NAME =
      Pattern.compile("(.+)\\[\\s*(\\d{1,6})\\s*(?:,\\s*(\\d{1,6})\\s*)?\\]");

  /** Null if the name is none of an entry. */
  static EntryName parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    int first = Integer.parseInt(matcher.group(2));
    return matcher.group(3) == null
        ? new EntryName(matcher.group(1).strip(), first, -1)
        : new EntryName(matcher.group(1).strip(), first, Integer.parseInt(matcher.group(3)));
  }

  /**
   * That entry as a quantity of its own.
   *
   * @param first the index of the first row and column: 0 where there is an intercept
   */
  Step of(Step step, Recipe recipe, int[] first) {
    SimpleMatrix value = recipe.right().value(step.name());
    boolean vector = column < 0;
    boolean lying = vector && value.getNumRows() == 1 && value.getNumCols() > 1;
    int i = lying ? 0 : row - first[0];
    int j = lying ? row - first[1] : vector ? 0 : column - first[1];
    boolean ambiguous = vector && value.getNumRows() > 1 && value.getNumCols() > 1;
    if (ambiguous || i < 0 || j < 0 || i >= value.getNumRows() || j >= value.getNumCols()) {
      throw new NablaException(
          "check: "
              + step.name()
              + " is "
              + Shape.of(value)
              + ", so its entries are "
              + step.name()
              + "["
              + first[0]
              + ","
              + first[1]
              + "] to "
              + step.name()
              + "["
              + (first[0] + value.getNumRows() - 1)
              + ","
              + (first[1] + value.getNumCols() - 1)
              + "].");
    }
    String name = step.name() + "[" + row + (vector ? "" : "," + column) + "]";
    Term entry = Term.of(new Rule.Entry(i, j), Term.named(step.name()));
    return new Step(name, List.of(), Step.Kind.VALUE, step.layer(), null, entry);
  }
}
