package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.ejml.simple.SimpleMatrix;

/** Worked solutions of graphs: every operation forward, then every gradient backward. */
final class Explain {
  private static final int MOST_STEPS = 200;

  private Explain() {}

  /** The formulas with their shapes. */
  static View.Solution formulas(Definitions definitions) {
    List<View.Step> steps = new ArrayList<>();
    definitions.formulas().entrySet().stream()
        .limit(MOST_STEPS)
        .forEach(
            entry ->
                steps.add(
                    new View.Step(
                        "formula",
                        Names.notation(entry.getKey()),
                        Script.notation(entry.getValue()),
                        null,
                        null,
                        entry.getKey() + " is " + entry.getValue().shape().words() + ".")));
    return new View.Solution(Tables.plain("The formulas"), steps);
  }

  /** The gradient at each name on the way, in symbols. */
  static View.Solution derivative(
      Definitions definitions, String of, String by, Derivative derivative) {
    List<View.Step> steps = new ArrayList<>();
    boolean number = definitions.shape(of).isNumber();
    Expression seed = number ? Constant.ONE : Slices.unit(definitions.shape(of));
    Map<String, Expression> adjoints = number ? Adjoints.of(definitions, of, seed, by) : Map.of();
    adjoints.forEach(
        (name, gradient) -> {
          if (!name.equals(of)) {
            steps.add(
                new View.Step(
                    "backward",
                    Notation.partial(Names.notation(of), Names.notation(name)),
                    Script.notation(gradient),
                    null,
                    null,
                    received(definitions, adjoints, name)));
          }
        });
    if (!number) {
      steps.add(
          new View.Step(
              "Jacobian",
              derivative.title(),
              Script.notation(derivative.formula()),
              null,
              null,
              "Entry (i, j) is the derivative of entry i of %s by entry j of %s."
                  .formatted(of, by)));
    }
    return new View.Solution(derivative.title(), steps);
  }

  private static String received(
      Definitions definitions, Map<String, Expression> adjoints, String name) {
    List<String> users = new ArrayList<>();
    for (String user : adjoints.keySet()) {
      Expression formula = definitions.formulas().get(user);
      if (formula != null && Dependencies.symbols(formula).contains(name)) {
        users.add(user);
      }
    }
    String list = String.join(" and ", users);
    return users.size() > 1
        ? name + " is used by " + list + "; what they send back is added."
        : name + " is used by " + list + " alone.";
  }

  /** Every operation with its numbers. */
  static View.Solution forward(Values values) {
    return new View.Solution(Tables.plain("Forward"), forwardSteps(values));
  }

  private static List<View.Step> forwardSteps(Values values) {
    Program program = values.program();
    List<View.Step> steps = new ArrayList<>();
    for (int place = 0; place < program.size() && steps.size() < MOST_STEPS; place++) {
      if (program.at(place) instanceof Apply apply && !program.isFixed(place)) {
        Notation formula = Script.notation(shortened(program, apply, place));
        String name = program.nameOf(place);
        Notation numbers = substituted(values, apply, place);
        Notation result = Tables.sign(number(values.value(place)));
        String title = apply.operation().name();
        steps.add(
            name == null
                ? new View.Step(title, formula, numbers, null, result, "")
                : new View.Step(title, Names.notation(name), formula, numbers, result, ""));
      }
    }
    return steps;
  }

  /** Forward values, then each node from the result back: its rule, its numbers. */
  static View.Solution backward(Gradients gradients) {
    List<View.Step> steps = new ArrayList<>(forwardSteps(gradients.values()));
    int last = gradients.values().place(gradients.of());
    steps.addAll(backwardSteps(gradients, place -> place <= last));
    Notation of = Names.notation(gradients.of());
    return new View.Solution(Tables.join(Tables.plain("Forward, then backward from "), of), steps);
  }

  /** The nodes between the result and a name, from the result back. */
  static View.Solution to(Gradients gradients, String name) {
    Program program = gradients.values().program();
    BitSet depends = new BitSet();
    int first = gradients.values().place(name);
    depends.set(first);
    for (int place = first + 1; place <= gradients.values().place(gradients.of()); place++) {
      boolean below = Arrays.stream(program.inputs(place)).anyMatch(depends::get);
      depends.set(place, below);
    }
    return new View.Solution(gradients.partial(name), backwardSteps(gradients, depends::get));
  }

  private static List<View.Step> backwardSteps(Gradients gradients, IntPredicate isShown) {
    Program program = gradients.values().program();
    Notation of = Names.notation(gradients.of());
    int last = gradients.values().place(gradients.of());
    List<View.Step> steps = new ArrayList<>();
    for (int place = last; place >= 0 && steps.size() < MOST_STEPS; place--) {
      if (!program.isFixed(place) && isShown.test(place)) {
        steps.add(backwardStep(gradients, of, place, last));
      }
    }
    return steps;
  }

  private static View.Step backwardStep(Gradients gradients, Notation of, int place, int last) {
    Program program = gradients.values().program();
    Notation quantity = Notation.partial(of, label(program, place));
    Notation result = Tables.sign(number(gradients.at(place)));
    if (place == last) {
      return new View.Step(
          "backward", quantity, Tables.sign("1"), null, null, "The result by itself.");
    }
    List<Notation> terms = new ArrayList<>();
    List<Notation> numbers = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (int user = place + 1; user <= last; user++) {
      int[] inputs = program.inputs(user);
      for (int i = 0; i < inputs.length; i++) {
        if (inputs[i] == place) {
          Apply node = shortened(program, (Apply) program.at(user), user);
          Notation outer = Notation.partial(of, label(program, user));
          Notation inner = Notation.partial(label(program, user), label(program, place));
          Notation product = Tables.join(outer, new Notation(" ", " ", "\\,"), inner);
          Notation sent = Received.numbers(gradients, user, i);
          terms.add(sent == null ? Received.formula(outer, node, i, product) : product);
          numbers.add(sent);
          String sentence = node.operation().sentence();
          if (!sentences.contains(sentence)) {
            sentences.add(sentence);
          }
        }
      }
    }
    if (terms.isEmpty()) {
      return new View.Step("backward", quantity, Tables.sign("0"), null, null, "It is not used.");
    }
    String copy = terms.size() > 1 ? "; a copy sums what comes back from each use" : "";
    String sentence = String.join("; ", sentences) + copy + ".";
    return new View.Step(
        "backward",
        quantity,
        Tables.separated(terms, Tables.sign(" + ")),
        numbers.contains(null) ? null : Tables.separated(numbers, Tables.sign(" + ")),
        result,
        Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
  }

  /** The name of a place, or the operation written out with the names below it. */
  static Notation label(Program program, int place) {
    String name = program.nameOf(place);
    return name != null ? Names.notation(name) : Script.of(program.at(place)).within(Script.ATOM);
  }

  /** The operation with named formulas below it replaced by their names. */
  private static Apply shortened(Program program, Apply apply, int place) {
    List<Expression> inputs = new ArrayList<>();
    for (int input : program.inputs(place)) {
      String name = program.nameOf(input);
      Expression at = program.at(input);
      inputs.add(name == null ? at : new Symbol(name, at.shape()));
    }
    return Apply.of(apply.operation(), inputs);
  }

  private static Notation substituted(Values values, Apply apply, int place) {
    List<Expression> inputs = new ArrayList<>();
    for (int input : values.program().inputs(place)) {
      if (values.value(input).getNumElements() != 1) {
        return null;
      }
      inputs.add(Received.constant(values.value(input).get(0)));
    }
    return inputs.contains(null) ? null : Script.notation(Apply.of(apply.operation(), inputs));
  }

  static String number(SimpleMatrix value) {
    if (value.getNumElements() == 1) {
      return Tables.number(value.get(0));
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < value.getNumRows() && text.length() < 200; i++) {
      text.append(i == 0 ? "" : "; ");
      for (int j = 0; j < value.getNumCols() && text.length() < 200; j++) {
        text.append(j == 0 ? "" : " ").append(Tables.number(value.get(i, j)));
      }
    }
    return text.append(text.length() >= 200 ? " ...]" : "]").toString();
  }
}
