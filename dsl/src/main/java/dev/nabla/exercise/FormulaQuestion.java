package dev.nabla.exercise;

import dev.nabla.display.Showable;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Work;
import dev.nabla.graph.Derivative;
import dev.nabla.graph.Equality;
import dev.nabla.graph.Tape;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ejml.simple.SimpleMatrix;

/** A question with a formula for an answer: the derivative of one name of a graph by another. */
record FormulaQuestion(String name, Derivative derivative, Memory answers) implements Question {
  private static final int POINTS = 5;
  private static final int MOST_PAIRS = 1_500;

  @Override
  public Verdict check(Object answer) {
    if (Answers.isEmpty(answer)) {
      boolean number = derivative.formula().shape().isNumber();
      return Verdict.empty(
          name, "formula", number ? "\"2 x\"" : "\"1/n A B^T\" (A .* B is entry by entry)");
    }
    Verdict verdict;
    try {
      verdict = judge(text(answer));
    } catch (NablaException unreadable) {
      return Verdict.unreadable(unreadable.getMessage());
    }
    answers.put(name, null, verdict);
    return verdict;
  }

  private String text(Object answer) {
    if (answer instanceof Number number) {
      return number.toString();
    }
    if (answer instanceof String || answer instanceof Derivative) {
      return Answers.formula(answer);
    }
    throw new NablaException(
        name + " is asked as a formula. Write it between quotes, such as check(\"...\", \"2 x\").");
  }

  private Verdict judge(String formula) {
    Equality equality;
    try {
      equality = derivative.equalTo(formula);
    } catch (NablaException unreadable) {
      throw Answers.unreadable(name, unreadable);
    }
    String words = equality.toString();
    if (equality.isEqual()) {
      return Verdict.right("right", words.replaceFirst("^equal:", "right:"));
    }
    Slip slip = find(formula);
    // A factor that is a name says more than the operation it stands in.
    boolean vague = slip == null || slip.tags().contains("operation-forgotten");
    if (vague && equality.factor() != null) {
      return Verdict.wrong(
          slip == null ? List.of("unknown") : slip.tags(),
          "Your %s is %s times the right formula everywhere. Which factor makes the difference?"
              .formatted(name, equality.factor()));
    }
    if (slip != null) {
      Recipe recipe = GraphCalculation.of(Tape.atRandom(derivative, 1).get(0), derivative.of());
      return Verdict.wrong(slip.tags(), slip.sentence(name, recipe) + " " + question(slip, recipe))
          .with(slip.made().get(0).hints(recipe));
    }
    return Verdict.wrong(
        List.of("unknown"),
        words
                .replaceFirst("^not equal: (at|entry)", "Your " + name + " is another function: $1")
                .replaceFirst("^not equal: y", "Y")
            + " Which path to "
            + derivative.by()
            + ", or which factor on it, makes the difference?");
  }

  /** Shapes in the letters of the graph: the sizes at a random point mean nothing. */
  private String question(Slip slip, Recipe recipe) {
    return slip.tags().get(0).equals("transposed")
        ? "%s is %s; which shape must its gradient have?"
            .formatted(derivative.by(), derivative.formula().shape())
        : slip.made().get(0).question(recipe);
  }

  /** The graph at one point, and the answer there. */
  private record Point(Recipe recipe, Slips slips, SimpleMatrix answer) {}

  /** The mistake that gives the answer at every point, or null. */
  private Slip find(String formula) {
    List<Point> points = new ArrayList<>();
    for (Tape tape : Tape.atRandom(derivative, POINTS)) {
      Recipe recipe = GraphCalculation.of(tape, derivative.of());
      Step step = recipe.step(gradient());
      if (step == null || tape.value(tape.placeOf(derivative.of())).getNumElements() != 1) {
        return null;
      }
      points.add(new Point(recipe, new Slips(recipe, step), tape.evaluate(formula)));
    }
    if (points.isEmpty()) {
      return null;
    }
    Slip found = match(points, Slips::single);
    return found != null ? found : match(points, slips -> slips.pairs(MOST_PAIRS));
  }

  /**
   * The points have the same graph, so their lists of mistakes run in step. Hardly any mistake
   * matches at the first point, so the others are hardly ever looked at.
   */
  private Slip match(List<Point> points, Function<Slips, List<Slip>> mistakes) {
    List<Slip> candidates = mistakes.apply(points.get(0).slips());
    Map<Point, List<Slip>> elsewhere = new HashMap<>();
    Slip general = null;
    for (int i = 0; i < candidates.size(); i++) {
      boolean all = isMatch(candidates.get(i), points.get(0));
      for (int k = 1; k < points.size() && all; k++) {
        Point point = points.get(k);
        all =
            isMatch(
                elsewhere.computeIfAbsent(point, each -> mistakes.apply(each.slips())).get(i),
                point);
      }
      if (all && !candidates.get(i).isGeneral()) {
        return candidates.get(i);
      }
      general = all && general == null ? candidates.get(i) : general;
    }
    return general;
  }

  private boolean isMatch(Slip slip, Point point) {
    SimpleMatrix value = new Work(point.recipe(), slip.changed(), Map.of()).value(gradient());
    return value != null && same(value, point.answer());
  }

  private String gradient() {
    return "d" + derivative.of() + "/d" + derivative.by();
  }

  private static boolean same(SimpleMatrix a, SimpleMatrix b) {
    return Shape.same(a, b)
        && a.minus(b).elementMaxAbs() <= Closeness.NOISE * Math.max(a.elementMaxAbs(), 1e-3);
  }

  @Override
  public List<String> hints() {
    return List.of(
        "Follow every arrow from " + derivative.by() + " to " + derivative.of() + " in the graph.",
        "Along a path local partials are multiplied; different paths are added.",
        "Write the local partial beside every arrow first, each in its own names.");
  }

  @Override
  public Showable solution() {
    return derivative.explain();
  }
}
