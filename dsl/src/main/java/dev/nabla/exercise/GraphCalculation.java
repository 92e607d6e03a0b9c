package dev.nabla.exercise;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule.Scale.Why;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Step.Kind;
import dev.nabla.exercise.work.Term;
import dev.nabla.graph.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * The gradients of a graph as a hand calculation: the value of every operation, then for each, from
 * the result down, the sum of what arrives along its paths.
 */
final class GraphCalculation {
  private final Tape tape;
  private final String of;
  private final Map<String, SimpleMatrix> given = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private GraphCalculation(Tape tape, String of) {
    this.tape = tape;
    this.of = of;
  }

  static Recipe of(Tape tape, String of) {
    return new GraphCalculation(tape, of).recipe();
  }

  /** name - eta dv/dname of every input. */
  static Recipe stepped(Recipe recipe, Tape tape, String of, double rate) {
    List<Step> steps = new ArrayList<>();
    for (String input : tape.inputs()) {
      Step gradient = recipe.step("d" + of + "/d" + input);
      if (gradient != null) {
        Term descent = Term.scale(rate, Why.RATE, Term.named(gradient.name()));
        Term right = Term.difference(Term.named(input), descent);
        steps.add(new Step("new" + input, List.of(), Kind.UPDATE, 0, input, right));
      }
    }
    return recipe.and(Map.of(), steps);
  }

  private Recipe recipe() {
    int last = tape.placeOf(of);
    for (int place = 0; place < tape.size(); place++) {
      String name = word(place);
      if (tape.operation(place) == null) {
        given.put(name, tape.value(place));
      } else {
        Term[] inputs = inputs(place);
        Term right =
            isProduct(place)
                ? Term.product(inputs[0], inputs[1])
                : Term.of(new GraphRule.Forward(tape, place), inputs);
        steps.add(new Step(name, List.of(), Kind.VALUE, 0, null, right));
      }
    }
    String seed = gradient(last);
    given.put(seed, new SimpleMatrix(1, 1, true, 1.0));
    for (int place = last - 1; place >= 0; place--) {
      if (!isConstant(place)) {
        backward(place, last);
      }
    }
    return new Recipe(given, steps, 1);
  }

  private void backward(int place, int last) {
    List<Term> paths = new ArrayList<>();
    for (int consumer = place + 1; consumer <= last; consumer++) {
      List<Integer> inputs = tape.operation(consumer) == null ? List.of() : tape.inputs(consumer);
      for (int i = 0; i < inputs.size(); i++) {
        if (inputs.get(i) == place && isReached(consumer, last)) {
          paths.add(pull(consumer, i));
        }
      }
    }
    if (!paths.isEmpty()) {
      Term right = paths.size() == 1 ? paths.get(0) : new Term(new GraphRule.Paths(), paths);
      List<String> aliases = tape.name(place) == null ? List.of() : List.of("d" + word(place));
      steps.add(new Step(gradient(place), aliases, Kind.GRADIENT, 0, word(place), right));
    }
  }

  private boolean isConstant(int place) {
    return tape.operation(place) == null && tape.name(place) == null;
  }

  private boolean isReached(int place, int last) {
    return place == last || steps.stream().anyMatch(step -> step.name().equals(gradient(place)));
  }

  private Term pull(int place, int input) {
    Term above = Term.named(gradient(place));
    if (isProduct(place)) {
      Term other = Term.transpose(inputs(place)[1 - input]);
      return input == 0 ? Term.product(above, other) : Term.product(other, above);
    }
    List<Term> parts = new ArrayList<>();
    parts.add(above);
    parts.addAll(List.of(inputs(place)));
    return new Term(new GraphRule.Pull(tape, place, input), parts);
  }

  private boolean isProduct(int place) {
    return tape.operation(place).equals("matrix product");
  }

  private Term[] inputs(int place) {
    return tape.inputs(place).stream().map(input -> Term.named(word(input))).toArray(Term[]::new);
  }

  private String gradient(int place) {
    return "d" + of + "/d" + word(place);
  }

  /** The name at a place, or what is written there in parentheses. */
  private String word(int place) {
    String name = tape.name(place);
    if (name != null) {
      return name;
    }
    return tape.operation(place) == null ? tape.text(place) : "(" + tape.text(place) + ")";
  }
}
