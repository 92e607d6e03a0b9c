package dev.nabla.practice;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.exercise.Exercise;
import dev.nabla.graph.formula.Nearest;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fresh problem: small whole numbers, live gradients, and numbers in which the usual mistakes
 * show. The same seed gives the same problem. It opens the exercise of its kind.
 *
 * <pre>{@code
 * practice("batch", 7);
 * check("batch dW1", "1 2; 3 4; 5 6")
 * }</pre>
 */
public final class Practice implements Showable {
  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    List.of(
            new ChainRuleFormula(),
            new DerivativeFormula(),
            new GraphGradients(),
            new JacobianProduct(),
            new LineFit(),
            new ForwardPass(),
            new BackwardPass(),
            new BatchPass(),
            new InterceptPass(),
            new EqualWeights(),
            new LogisticStep(),
            new HingeLoss(),
            new CacheMemory(),
            new DifferenceCost())
        .forEach(kind -> KINDS.put(kind.name(), kind));
  }

  private final String kind;
  private final long seed;
  private final Problem problem;
  private final Exercise exercise;

  private Practice(String kind, long seed, Problem problem) {
    this.kind = kind;
    this.seed = seed;
    this.problem = problem;
    this.exercise = problem.exercise().apply(kind);
  }

  /**
   * The problem of this kind with this number, its exercise opened.
   *
   * @throws NablaException naming the kinds if there is none of this name
   */
  public static Practice of(String kind, long seed) {
    String name = String.valueOf(kind).strip();
    if (!KINDS.containsKey(name)) {
      throw new NablaException(
          "practice(\"%s\", %d): the kinds are %s.%s"
              .formatted(
                  name,
                  seed,
                  String.join(", ", KINDS.keySet()),
                  Nearest.question(name, KINDS.keySet())));
    }
    Draw draw = new Draw(seed);
    while (true) {
      Optional<Problem> problem = KINDS.get(name).draw(draw);
      if (problem.isPresent()) {
        return new Practice(name, seed, problem.get());
      }
    }
  }

  /** The kinds of problems there are. */
  public static List<String> kinds() {
    return List.copyOf(KINDS.keySet());
  }

  /** The questions it asks. */
  public Exercise exercise() {
    return exercise;
  }

  /** What the task starts from. */
  public List<Showable> given() {
    return List.copyOf(problem.given());
  }

  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(Notation.of(kind + ", problem " + seed + ": " + problem.task())));
    given().forEach(each -> views.add(each.view()));
    views.add(exercise.view());
    return new View.Stack(views);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
