package dev.nabla.exercise;

import dev.nabla.exercise.mistake.Words;
import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** Hints for a question before anything is known of an answer: what, how, and entry by entry. */
final class FirstHints {
  private FirstHints() {}

  static List<String> of(Recipe recipe, Step step) {
    String shape = Shape.of(recipe.right().value(step.name()));
    return switch (step.kind()) {
      case PRE_ACTIVATION ->
          List.of(
              step.name()
                  + " is the sum in front of the activation, "
                  + shape
                  + ": units x examples.",
              formula(step),
              "Row i of the weights times column n of the layer below gives "
                  + step.name()
                  + "[i,n]; a bias of unit i is added to it.");
      case ACTIVATION ->
          List.of(
              step.name() + " is what the units hand on, " + shape + ".",
              formula(step),
              "Every entry comes from the entry in the same place, by the activation of this layer.");
      case LOSS ->
          List.of(
              "The loss is one number: it compares every output with its target.",
              "Read its factors from the net: half() is a 1/2, mean() a 1/N.",
              "Compute one term for each entry of the output, add them, then multiply by the"
                  + " factors.");
      case OUTPUT_GRADIENT ->
          List.of(
              step.name() + " has the shape of " + step.like() + ", " + shape + ".",
              formula(step),
              step.right().is(Rule.Product.class)
                  ? "Column j of the weights above times column n of delta gives "
                      + step.name()
                      + "[j,n]."
                  : "Differentiate the loss by one output alone; every entry goes the same way.");
      case DELTA ->
          List.of(
              step.name() + " is dL/d" + step.like() + ", " + shape + ", like " + step.like() + ".",
              formula(step),
              "Every entry of the derivative by the activation is multiplied by the slope in the"
                  + " same place.");
      case WEIGHT_GRADIENT ->
          List.of(
              step.name() + " has the shape of " + step.like() + ", " + shape + ".",
              formula(step),
              "Entry [i,j] is a sum over examples: delta of unit i times input j, example by"
                  + " example. (Read it the other way around where weights are inputs x outputs.)");
      case BIAS_GRADIENT ->
          List.of(
              step.name() + " has the shape of " + step.like() + ", " + shape + ".",
              step.name() + " = " + Words.of(step.right()) + ": the columns of delta added.",
              "Entry i is the sum of row i of delta.");
      case UPDATE ->
          List.of(
              step.name() + " is " + step.like() + " after one step of descent, " + shape + ".",
              formula(step),
              "Entry by entry: the old value minus the learning rate times the gradient.");
      case VALUE ->
          List.of(
              step.name() + " is " + shape + ".",
              "Everything it is made of stands in the exercise.",
              "Write its formula down with letters first, then put the numbers in.");
      case JACOBIAN ->
          List.of(
              step.name() + " is outputs x inputs, " + shape + ".",
              step.right().is(Rule.Product.class)
                  ? formula(step)
                  : "Row k holds the partials of output k, one for each input.",
              "Entry [k,i] says how fast output k changes when input i alone changes.");
      case GRADIENT -> paths(step);
    };
  }

  private static String formula(Step step) {
    return step.name() + " = " + Words.of(step.right()) + ".";
  }

  private static List<String> paths(Step step) {
    List<Term> paths =
        step.right().is(GraphRule.Paths.class) ? step.right().parts() : List.of(step.right());
    String from =
        paths.stream()
            .map(path -> above(path).replaceFirst("^d[^/]+/d", ""))
            .collect(Collectors.joining(" and from "));
    return List.of(
        "Follow the arrows from " + step.like() + " to the result; each has a local partial.",
        "Something arrives at " + step.like() + " from " + from + ".",
        "Each term is the gradient that has arrived there times the local partial by "
            + step.like()
            + (paths.size() == 1 ? "." : "; add the " + paths.size() + " terms."));
  }

  /** The gradient that arrives along a path. */
  private static String above(Term path) {
    return path.names().stream().filter(name -> name.matches("d[^/]+/d.+")).findFirst().orElse("");
  }
}
