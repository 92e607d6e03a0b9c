package dev.nabla.exercise;

import dev.nabla.display.Showable;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.graph.Gradients;
import dev.nabla.graph.Graph;
import dev.nabla.graph.Tape;
import dev.nabla.message.NablaException;
import dev.nabla.net.Anatomy;
import dev.nabla.net.Backward;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.simple.SimpleMatrix;

/** What an exercise is made from. */
interface Source {

  /** The calculation with a step of descent behind it. */
  default Recipe stepped(Recipe recipe, double rate) {
    throw new NablaException(
        "step: this exercise has no gradients to descend with. Open it with exercise(\"2\", back).");
  }

  /** Whether the list of questions has this quantity; others are answered when asked for. */
  default boolean isAsked(Step step, Recipe recipe) {
    return true;
  }

  /** The questions that are answered by formulas. */
  default List<String> formulas() {
    return List.of();
  }

  /** A question that is not in the list. */
  default Question question(String name, Memory memory) {
    return null;
  }

  /** Formulas to numbers; null where no formula can stand. */
  default Function<String, SimpleMatrix> reader() {
    return null;
  }

  /** The worked solution of a quantity; null where there is none. */
  default Showable solution(Step step) {
    return null;
  }

  /** The index of the first row and of the first column. */
  default int[] firstIndex(Step step) {
    return new int[] {1, 1};
  }

  /** Values alone. */
  record None() implements Source {}

  /** A net with data. */
  record Net(Backward back) implements Source {
    @Override
    public Recipe stepped(Recipe recipe, double rate) {
      back.step(rate);
      return NetCalculation.stepped(recipe, back, rate);
    }

    @Override
    public Showable solution(Step step) {
      String word = step.aliases().stream().filter(Net::isPlain).findFirst().orElse(step.name());
      boolean known =
          step.kind() != Step.Kind.UPDATE
              && step.kind() != Step.Kind.VALUE
              && step.kind() != Step.Kind.JACOBIAN;
      return known
          ? back.explain(word.equals("dZ0") || word.equals("L") ? step.name() : word)
          : null;
    }

    private static boolean isPlain(String alias) {
      return alias.matches("(S|Z|dZ|dW|db)\\d+");
    }

    @Override
    public int[] firstIndex(Step step) {
      Anatomy anatomy = Anatomy.of(back);
      if (!anatomy.intercept()) {
        return new int[] {1, 1};
      }
      boolean weights = step.kind() == Step.Kind.WEIGHT_GRADIENT || step.kind() == Step.Kind.UPDATE;
      boolean ones = step.kind() == Step.Kind.ACTIVATION && step.layer() < anatomy.depth();
      boolean rows = ones || weights && anatomy.inputsByOutputs();
      return new int[] {rows ? 0 : 1, weights && !anatomy.inputsByOutputs() ? 0 : 1};
    }
  }

  /** A graph with values. */
  record Valued(Gradients gradients, Tape tape) implements Source {
    @Override
    public Recipe stepped(Recipe recipe, double rate) {
      return GraphCalculation.stepped(recipe, tape, gradients.of(), rate);
    }

    /** What has a name. */
    @Override
    public boolean isAsked(Step step, Recipe recipe) {
      return !step.name().contains("(");
    }

    @Override
    public Function<String, SimpleMatrix> reader() {
      return tape::evaluate;
    }

    @Override
    public Showable solution(Step step) {
      return switch (step.kind()) {
        case VALUE -> tape.formulas().contains(step.name()) ? gradients.values().explain() : null;
        case GRADIENT -> step.like().startsWith("(") ? null : gradients.explain(step.like());
        default -> null;
      };
    }
  }

  /** A graph without values. */
  record Symbols(Graph graph) implements Source {
    private static final Pattern DERIVATIVE = Pattern.compile("d([^/]+)/d(.+)");

    @Override
    public List<String> formulas() {
      String last = graph.names().get(graph.names().size() - 1);
      return graph.inputs().stream().map(input -> "d" + last + "/d" + input).toList();
    }

    @Override
    public Question question(String name, Memory memory) {
      Matcher matcher = DERIVATIVE.matcher(name);
      if (!matcher.matches()) {
        return null;
      }
      String of = matcher.group(1);
      String by = matcher.group(2);
      boolean known =
          graph.names().contains(of) && (graph.inputs().contains(by) || graph.names().contains(by));
      if (!known) {
        return null;
      }
      return new FormulaQuestion(name, graph.derivative(of, by), memory);
    }
  }
}
