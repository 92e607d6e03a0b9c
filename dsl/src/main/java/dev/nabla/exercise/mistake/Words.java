package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.net.Activation;
import dev.nabla.net.Identity;
import dev.nabla.net.Relu;
import dev.nabla.net.Sigmoid;
import dev.nabla.net.Tanh;
import java.util.List;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/** Formulas as they stand in sentences. */
public final class Words {
  private static final Set<String> ARITHMETIC =
      Set.of("add", "subtract", "negate", "multiply", "divide", "power", "exponential", "max");

  private Words() {}

  /** What is seen in a quantity, said of that quantity: "is left out" for "is left out of dW1". */
  public static String within(String asked, String seen) {
    for (String preposition : List.of(" out of ", " in ")) {
      if (seen.endsWith(preposition + asked)) {
        String rest = seen.substring(0, seen.length() - asked.length() - 1);
        return rest.substring(0, rest.lastIndexOf(" "));
      }
    }
    return seen;
  }

  /** {@code W2^T delta2}, {@code Z2 - Y}, {@code relu'(S1)}. */
  public static String of(Term term) {
    Rule rule = term.rule();
    List<String> parts = term.parts().stream().map(Words::of).toList();
    if (rule instanceof Rule.Named named) {
      return named.name();
    } else if (rule instanceof Rule.Product) {
      return parts.get(0) + " " + parts.get(1);
    } else if (rule instanceof Rule.Entrywise) {
      return parts.get(0) + " o " + parts.get(1);
    } else if (rule instanceof Rule.Sum || rule instanceof Rule.AddColumn) {
      return parts.get(0) + " + " + parts.get(1);
    } else if (rule instanceof Rule.Difference) {
      return parts.get(0) + " - " + parts.get(1);
    } else if (rule instanceof Rule.Transpose) {
      return (parts.get(0).contains(" ") ? "(" + parts.get(0) + ")" : parts.get(0)) + "^T";
    } else if (rule instanceof Rule.Differentiated jacobian) {
      return jacobian.name();
    } else if (rule instanceof Rule.SoftmaxJacobian) {
      return "diag(p) - p p^T";
    } else if (rule instanceof Rule.Slope slope) {
      return slope.f().name() + "'(" + parts.get(0) + ")";
    } else if (rule instanceof Rule.Activate f) {
      return f.f().name() + "(" + parts.get(0) + ")";
    } else if (rule instanceof Rule.RowSums) {
      return parts.get(0) + " 1";
    } else if (rule instanceof Rule.Scale scale) {
      return factor(scale) + grouped(term.part(0));
    }
    return parts.isEmpty() ? "" : parts.get(0);
  }

  private static String factor(Rule.Scale scale) {
    return switch (scale.why()) {
      case MEAN -> "1/N ";
      case HALF -> "1/2 ";
      case SQUARE -> "2 ";
      case RATE -> "eta ";
      case SLIP -> "";
    };
  }

  private static String grouped(Term term) {
    boolean sum = term.is(Rule.Difference.class) || term.is(Rule.Sum.class);
    return sum ? "(" + of(term) + ")" : of(term);
  }

  /** The function of an activation or a slope. */
  static String function(Term term) {
    return activation(term).name();
  }

  private static Activation activation(Term term) {
    return term.rule() instanceof Rule.Slope slope
        ? slope.f()
        : term.rule() instanceof Rule.Activate activate ? activate.f() : new Identity();
  }

  /** A question that leads to f'(S). */
  static String slopeQuestion(Term slope) {
    String at = of(slope.part(0));
    return activation(slope) instanceof Relu relu && relu.leak() == 0
        ? "What does relu do to the derivative of an entry whose " + at + " is negative?"
        : "By how much does " + function(slope) + " change when its " + at + " changes a little?";
  }

  /** The rule for f', as a sentence. */
  static String slopeRule(Term slope) {
    Activation f = activation(slope);
    if (f instanceof Relu) {
      return "relu is a line of slope 1 on one side of 0. What is its slope on the other?";
    } else if (f instanceof Sigmoid) {
      return "The slope of sigmoid is made of its value: z and 1 - z.";
    }
    return f instanceof Tanh
        ? "The slope of tanh is made of its value: 1 and z^2."
        : "Differentiate " + f.name() + " once.";
  }

  /** What a quantity is: {@code dL/dW1}, or its name. */
  static String partial(Step step) {
    boolean ofLoss =
        step.like() != null && step.kind() != Step.Kind.UPDATE && step.kind() != Step.Kind.GRADIENT;
    return ofLoss ? "dL/d" + step.like() : "the right " + step.name();
  }

  /** Asks for the shape, without saying it. */
  public static String shapeQuestion(Step step, Recipe recipe) {
    SimpleMatrix right = recipe.right().value(step.name());
    boolean square = right.getNumRows() == right.getNumCols();
    if (step.like() != null && step.kind() != Step.Kind.UPDATE && !square) {
      return step.like() + " is " + Shape.of(right) + "; which shape must its gradient have?";
    }
    if (recipe.given(step.right().name()) instanceof Quantity known) {
      String rows = known.view().rows().meaning();
      String columns = known.view().columns().meaning();
      if (!rows.isEmpty() && !columns.isEmpty()) {
        return "Its rows count "
            + rows
            + ", its columns "
            + columns
            + ": how many of each are there?";
      }
    }
    return switch (step.kind()) {
      case UPDATE -> "Which shape has " + step.like() + " before the step?";
      case WEIGHT_GRADIENT -> "Which index of " + step.like() + " counts the units of the layer?";
      case JACOBIAN -> "Its rows count outputs, its columns inputs: how many of each are there?";
      case GRADIENT, VALUE ->
          "What do the rows of " + step.name() + " count, and what its columns?";
      default -> "Columns are examples here. What are the rows of " + step.name() + "?";
    };
  }

  /**
   * Asks what one entry is made of.
   *
   * @param number whether there is one entry only
   */
  public static String made(Term formula, boolean number) {
    Rule rule = formula.rule();
    if (rule instanceof Rule.AddColumn
        || rule instanceof Rule.WithOnes
        || rule instanceof Rule.Scale) {
      return made(formula.part(0), number);
    } else if (rule instanceof Rule.Squares || rule instanceof Rule.LossSum) {
      return "what does the first example alone add to it?";
    } else if (rule instanceof Rule.Activate f) {
      return "what does " + f.f().name() + " make of " + of(formula.part(0)) + " there?";
    } else if (rule instanceof Rule.RowSums) {
      return "which entries of " + of(formula.part(0)) + " are added?";
    } else if (rule instanceof GraphRule.Forward) {
      return "which numbers stand for the letters of " + written(formula) + "?";
    } else if (rule instanceof GraphRule.Paths) {
      return "what arrives along each of its " + formula.parts().size() + " paths?";
    } else if (rule instanceof GraphRule.Pull) {
      return "what arrives at " + operation(formula) + ", and what is it multiplied by?";
    } else if (rule instanceof Rule.Product && !number) {
      return "which row of "
          + of(formula.part(0))
          + " and which column of "
          + of(formula.part(1))
          + " make it?";
    } else if (rule instanceof Rule.Entrywise || rule instanceof Rule.Difference) {
      return "which entries of "
          + grouped(formula.part(0))
          + " and "
          + grouped(formula.part(1))
          + " make it?";
    }
    return "which numbers is it made of?";
  }

  /** Whether the loss is a mean over examples. */
  static boolean hasMean(Recipe recipe) {
    Step loss = recipe.step("loss");
    return loss != null && hasMean(loss.right());
  }

  private static boolean hasMean(Term term) {
    boolean here = term.rule() instanceof Rule.Scale scale && scale.why() == Rule.Scale.Why.MEAN;
    return here || term.parts().stream().anyMatch(Words::hasMean);
  }

  /** Whether a quantity comes down from the layer above along its weights. */
  static boolean comesDown(Step step) {
    return step.kind() == Step.Kind.OUTPUT_GRADIENT || step.kind() == Step.Kind.DELTA;
  }

  static boolean isNumber(Step step, Recipe recipe) {
    return recipe.right().value(step.name()).getNumElements() == 1;
  }

  static boolean isOfNumbers(Term product, Recipe recipe) {
    return product.parts().stream()
        .allMatch(
            part -> {
              SimpleMatrix value = part.value(recipe.right()::value);
              return value != null && value.getNumElements() == 1;
            });
  }

  /** What is written at the operation of a pull. */
  static String operation(Term pull) {
    GraphRule.Pull rule = (GraphRule.Pull) pull.rule();
    return rule.tape().text(rule.place());
  }

  /** What is written at an operation on the way forward. */
  static String written(Term forward) {
    GraphRule.Forward rule = (GraphRule.Forward) forward.rule();
    return rule.tape().text(rule.place());
  }

  static boolean isMultiplication(Term forward) {
    GraphRule.Forward rule = (GraphRule.Forward) forward.rule();
    return rule.tape().operation(rule.place()).equals("multiply");
  }

  static boolean hasMinus(GraphRule.Pull pull) {
    return switch (pull.operation()) {
      case "subtract", "divide" -> pull.input() == 1;
      case "negate", "cos" -> true;
      default -> false;
    };
  }

  static double exponent(GraphRule.Pull pull) {
    return pull.operation().equals("squared norm")
        ? 2
        : pull.tape().value(pull.tape().inputs(pull.place()).get(1)).get(0);
  }

  static boolean isFunction(GraphRule.Pull pull) {
    return pull.tape().inputs(pull.place()).size() == 1
        && !ARITHMETIC.contains(pull.operation())
        && !Set.of(
                "matrix product",
                "transpose",
                "sum",
                "trace",
                "squared norm",
                "norm",
                "softmax",
                "diag")
            .contains(pull.operation());
  }
}
