package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.display.View.Column;
import dev.nabla.display.View.Edge;
import dev.nabla.display.View.Node;
import dev.nabla.display.View.Shape;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a net by layers: units with their weights; with a pass the activations above, with
 * gradients the deltas below. Of a batch it shows the first example.
 */
final class NetworkDrawing {
  /** More units than this are drawn as a few and an ellipsis. */
  private static final int MOST_UNITS = 6;

  /** More edges than this between two layers carry no weights: nobody could read them. */
  private static final int MOST_LABELS = 12;

  private final Blueprint plan;
  private final Labels labels;
  private final Parameters numbers;
  private final Forward pass;
  private final Backward back;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  private NetworkDrawing(Blueprint plan, Parameters numbers, Forward pass, Backward back) {
    this.plan = plan;
    this.labels = new Labels(plan);
    this.numbers = numbers;
    this.pass = pass;
    this.back = back;
  }

  /**
   * @param numbers null where the net has none yet
   * @param pass null for the net alone
   * @param back null without gradients
   */
  static View.Diagram of(Blueprint plan, Parameters numbers, Forward pass, Backward back) {
    return new NetworkDrawing(plan, numbers, pass, back).diagram();
  }

  private View.Diagram diagram() {
    List<Column> columns = new ArrayList<>();
    int[] before = {};
    for (int l = 0; l <= plan.depth(); l++) {
      columns.add(new Column(title(l), parameters(l)));
      int[] places = addUnits(l);
      if (l > 0) {
        connect(l, before, places);
      }
      before = places;
    }
    return new View.Diagram(description(), columns, List.copyOf(nodes), List.copyOf(edges));
  }

  /** Adds the units of a layer; gives the node of each unit, -1 for those left out. */
  private int[] addUnits(int l) {
    boolean ones = labels.hasOnes(l);
    int count = plan.units(l) + (ones ? 1 : 0);
    List<Notation> names = labels.units(l, ones).names();
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      if (count > MOST_UNITS && i >= MOST_UNITS - 2 && i < count - 1) {
        places[i] = -1;
        if (i == MOST_UNITS - 2) {
          nodes.add(new Node(Notation.of("..."), Shape.CONSTANT, l, null, null));
        }
        continue;
      }
      places[i] = nodes.size();
      boolean constant = ones && i == 0;
      Shape shape = constant ? Shape.CONSTANT : l == 0 ? Shape.INPUT : Shape.UNIT;
      Notation name = constant ? Notation.of("1") : names.get(i);
      nodes.add(
          new Node(
              name, shape, l, constant ? null : value(l, i), constant ? null : delta(l, i, ones)));
    }
    return places;
  }

  private void connect(int l, int[] before, int[] places) {
    boolean ones = labels.hasOnes(l);
    Quantity weights = numbers == null ? null : unitsByInputs(l);
    boolean labeled = weights != null && before.length * plan.units(l) <= MOST_LABELS;
    for (int from = 0; from < before.length; from++) {
      for (int to = ones ? 1 : 0; to < places.length; to++) {
        if (before[from] >= 0 && places[to] >= 0) {
          int unit = to - (ones ? 1 : 0);
          Notation label = labeled ? Notation.of(Digits.three(weights.get(unit, from))) : null;
          edges.add(new Edge(before[from], places[to], label));
        }
      }
    }
  }

  private Quantity unitsByInputs(int l) {
    Quantity weights = labels.weights(l, numbers);
    return plan.convention().inputsByOutputs() ? weights.transposed("") : weights;
  }

  private String value(int l, int i) {
    return pass == null ? null : Digits.three(pass.Z(l).get(i, 0));
  }

  private String delta(int l, int i, boolean ones) {
    if (back == null) {
      return null;
    }
    return Digits.three(
        l == 0 ? back.dX().get(i - (ones ? 1 : 0), 0) : back.delta(l).get(i - (ones ? 1 : 0), 0));
  }

  private Notation title(int l) {
    String meaning = labels.units(l, false).meaning();
    if (l == 0 || plan.layer(l).activation() instanceof Identity) {
      return Notation.of(meaning);
    }
    return Notation.of(meaning + ", " + plan.layer(l).activation().name());
  }

  private Notation parameters(int l) {
    if (l == 0) {
      return Notation.of(ofBatch() ? example() : "");
    }
    Notation name = labels.name("W", l);
    int inputs = plan.inputs(l) + (plan.convention().intercept() ? 1 : 0);
    int units = plan.units(l);
    boolean turned = plan.convention().inputsByOutputs();
    String shape = (turned ? inputs : units) + " x " + (turned ? units : inputs);
    Notation weights = after(name, " " + shape);
    return plan.hasBias(l) && !plan.convention().intercept()
        ? joined(weights, after(labels.name("b", l), " " + units + " x 1"))
        : weights;
  }

  private static Notation after(Notation name, String words) {
    Notation plain = Notation.of(words.replace('x', '×'));
    return new Notation(
        name.text() + words, name.html() + plain.html(), name.latex() + plain.latex());
  }

  private static Notation joined(Notation a, Notation b) {
    return new Notation(
        a.text() + ", " + b.text(), a.html() + ", " + b.html(), a.latex() + ",\\ " + b.latex());
  }

  private String description() {
    StringBuilder words = new StringBuilder("A network from left to right: ");
    for (int l = 0; l <= plan.depth(); l++) {
      String meaning = labels.units(l, false).meaning();
      words.append(l == 0 ? "" : ", ").append(plan.units(l)).append(' ');
      words.append(plan.units(l) == 1 ? meaning.replaceFirst("s$", "") : meaning);
    }
    if (pass != null) {
      words.append("; above each unit its activation");
    }
    if (back != null) {
      words.append(", below it the derivative of the loss by its pre-activation");
    }
    if (ofBatch()) {
      words.append(", of ").append(example());
    }
    return words.append('.').toString();
  }

  private boolean ofBatch() {
    return pass != null && pass.output().getNumCols() > 1;
  }

  private String example() {
    return "example 1 of " + pass.output().getNumCols();
  }
}
