package dev.nabla.exercise;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.exercise.mistake.Words;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.MatrixText;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import dev.nabla.net.Explanation;
import java.util.List;
import java.util.function.Function;
import org.ejml.simple.SimpleMatrix;

/**
 * A question with numbers for an answer.
 *
 * @param recipe the calculation
 * @param step the quantity that is asked
 * @param answers what the student has answered so far; it takes the new answer
 * @param reader formulas to numbers, in the names of a graph; null where there are none
 * @param solver the worked solution; null where there is none
 * @param first the index of the first row and of the first column
 */
record NumberQuestion(
    Recipe recipe,
    Step step,
    Memory answers,
    Function<String, SimpleMatrix> reader,
    Function<Step, Showable> solver,
    int[] first)
    implements Question {

  @Override
  public String name() {
    return step.name();
  }

  @Override
  public Verdict check(Object answer) {
    SimpleMatrix right = recipe.right().value(name());
    if (Answers.isEmpty(answer)) {
      return right.getNumElements() == 1
          ? Verdict.empty(name(), "number", "0.5")
          : Verdict.empty(name(), "numbers", "\"1 2; 3 4\"");
    }
    SimpleMatrix mine;
    try {
      mine = read(answer, right);
    } catch (NablaException unreadable) {
      return Verdict.unreadable(unreadable.getMessage());
    }
    if (answer instanceof String text && hasTwiceTheColumns(mine, right)) {
      String decimal = MatrixText.decimalComma(text);
      if (decimal != null) {
        return Verdict.unreadable("Your " + name() + " has " + decimal);
      }
    }
    Verdict verdict = new Checker(recipe, step, mine, answers, first).verdict();
    if (Shape.same(mine, right)) {
      answers.put(name(), mine, verdict);
    }
    return verdict;
  }

  private static boolean hasTwiceTheColumns(SimpleMatrix mine, SimpleMatrix right) {
    return mine.getNumRows() == right.getNumRows() && mine.getNumCols() == 2 * right.getNumCols();
  }

  private SimpleMatrix read(Object answer, SimpleMatrix right) {
    if (reader == null || !Answers.isFormula(answer)) {
      return Answers.matrix(name(), answer, right);
    }
    try {
      return reader.apply(Answers.formula(answer));
    } catch (NablaException problem) {
      throw Answers.unreadable(name(), problem);
    }
  }

  @Override
  public List<String> hints() {
    return FirstHints.of(recipe, step);
  }

  @Override
  public Showable solution() {
    Showable worked = solver == null ? null : solver.apply(step);
    if (worked != null) {
      return worked;
    }
    Quantity value = Quantity.label(recipe.right().value(name()), name());
    return step.kind() == Step.Kind.UPDATE ? descent(value) : value;
  }

  /** new = old - eta gradient, in symbols and in numbers. */
  private Showable descent(Quantity value) {
    Term change = step.right().part(1);
    double rate = ((Rule.Scale) change.rule()).factor();
    Notation numbers =
        Notation.join(
            Notation.matrix(recipe.right().value(step.like())),
            Notation.of("- " + Digits.typed(rate)),
            Notation.matrix(recipe.right().value(change.part(0).name())));
    return new Explanation(
        name(),
        List.of(
            new View.Step(
                "step of descent",
                Notation.of(name()),
                Notation.of(Words.of(step.right())),
                numbers,
                Notation.matrix(value),
                "Against the gradient, from the old value.")));
  }
}
