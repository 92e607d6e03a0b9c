package dev.nabla.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A diagram of nodes and edges as a scene: ranks, boxes, labels, paths. */
final class DiagramDrawing {
  private static final double MARGIN = 14;
  private static final double NAME_SIZE = 14;
  private static final double NUMBER_SIZE = 12;
  private static final double LINE = 16;
  private static final double BOX_HEIGHT = 34;
  private static final double LABEL_HEIGHT = 20;

  /** An edge runs this much below the center of its label's item. */
  private static final double EDGE_BELOW_LABEL = 8;

  private static final double PASSING_HEIGHT = 6;
  private static final double SMALLEST_GAP = 24;
  private static final double LARGEST_GAP = 90;
  private static final double GAP_PER_HEIGHT = 0.45;

  private final View.Diagram diagram;
  private final int[] rankOf;
  private final LayeredLayout layout;
  private final LayeredLayout.Item[] nodeItems;
  private final List<List<LayeredLayout.Item>> chains = new ArrayList<>();
  private final Set<Integer> labelRanks = new HashSet<>();
  private final Scene scene = new Scene();
  private double[] left;
  private double[] right;

  private DiagramDrawing(View.Diagram diagram) {
    this.diagram = diagram;
    this.rankOf = ranks(diagram);
    boolean byColumns = diagram.nodes().stream().allMatch(node -> node.column() >= 0);
    int ranks = Arrays.stream(rankOf).max().orElse(0) + 1;
    this.layout = new LayeredLayout(2 * ranks - 1, byColumns);
    this.nodeItems = new LayeredLayout.Item[diagram.nodes().size()];
  }

  static Scene scene(View.Diagram diagram) {
    return new DiagramDrawing(diagram).draw();
  }

  /** The column of each node: the one it asks for, but right of all its inputs. */
  static int[] ranks(View.Diagram diagram) {
    int count = diagram.nodes().size();
    int[] ranks = new int[count];
    int[] waiting = new int[count];
    List<List<Integer>> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranks[i] = Math.max(0, diagram.nodes().get(i).column());
      targets.add(new ArrayList<>());
    }
    for (View.Edge edge : diagram.edges()) {
      targets.get(edge.from()).add(edge.to());
      waiting[edge.to()]++;
    }
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    for (int done = 0; done < ready.size(); done++) {
      int from = ready.get(done);
      for (int to : targets.get(from)) {
        ranks[to] = Math.max(ranks[to], ranks[from] + 1);
        if (--waiting[to] == 0) {
          ready.add(to);
        }
      }
    }
    if (ready.size() < count) {
      throw new IllegalArgumentException("the edges of a diagram must not form a cycle");
    }
    return ranks;
  }

  private Scene draw() {
    addNodes();
    for (View.Edge edge : diagram.edges()) {
      if (edge.label() != null) {
        labelRanks.add(2 * rankOf[edge.to()] - 1);
      }
    }
    diagram.edges().forEach(this::addEdge);
    layout.run();
    placeRanks();
    drawTitles();
    for (int i = 0; i < nodeItems.length; i++) {
      drawNode(diagram.nodes().get(i), nodeItems[i]);
    }
    for (int i = 0; i < chains.size(); i++) {
      drawEdge(diagram.edges().get(i), chains.get(i));
    }
    return scene;
  }

  private void addNodes() {
    for (int i = 0; i < nodeItems.length; i++) {
      View.Node node = diagram.nodes().get(i);
      double width = boxWidth(node);
      double lines = 0;
      for (String number : new String[] {node.value(), node.gradient()}) {
        if (number != null) {
          width = Math.max(width, numberWidth(number));
          lines = 2 * LINE;
        }
      }
      nodeItems[i] = new LayeredLayout.Item(2 * rankOf[i], width, BOX_HEIGHT + lines);
      layout.add(nodeItems[i]);
    }
  }

  private static double boxWidth(View.Node node) {
    double text = Scripts.width(node.name(), NAME_SIZE);
    return Math.max(BOX_HEIGHT, text + 14);
  }

  private static double numberWidth(String number) {
    return Scripts.width(Notation.of(number), NUMBER_SIZE);
  }

  /** A chain of items from node to node; the label stands in the gap before the target. */
  private void addEdge(View.Edge edge) {
    List<LayeredLayout.Item> chain = new ArrayList<>();
    chain.add(nodeItems[edge.from()]);
    int target = nodeItems[edge.to()].rank;
    for (int rank = nodeItems[edge.from()].rank + 1; rank < target; rank++) {
      boolean labelled = rank == target - 1 && edge.label() != null;
      if (labelled || rank % 2 == 0 || labelRanks.contains(rank)) {
        double width = labelled ? Scripts.width(edge.label(), NUMBER_SIZE) + 6 : 0;
        double height = labelled ? LABEL_HEIGHT : PASSING_HEIGHT;
        LayeredLayout.Item item = new LayeredLayout.Item(rank, width, height);
        layout.add(item);
        chain.add(item);
      }
    }
    chain.add(nodeItems[edge.to()]);
    chains.add(chain);
    for (int i = 1; i < chain.size(); i++) {
      layout.join(chain.get(i - 1), chain.get(i));
    }
  }

  /** Each rank gets a band as wide as its widest item; between bands there are only edges. */
  private void placeRanks() {
    List<List<LayeredLayout.Item>> ranks = layout.ranks();
    left = new double[ranks.size()];
    right = new double[ranks.size()];
    double x = MARGIN;
    for (int rank = 0; rank < ranks.size(); rank++) {
      double width = ranks.get(rank).stream().mapToDouble(item -> item.width).max().orElse(0);
      left[rank] = x;
      right[rank] = x + Math.max(width, titleWidth(rank));
      x = right[rank] + (ranks.get(rank).isEmpty() ? 0 : gapAfter(ranks.get(rank)));
    }
    scene.width = right[right.length - 1] + MARGIN;
    double height =
        ranks.stream()
            .flatMap(List::stream)
            .mapToDouble(item -> item.y + item.height / 2)
            .max()
            .orElse(0);
    scene.height = top() + height + MARGIN;
  }

  private static double gapAfter(List<LayeredLayout.Item> rank) {
    double steepest =
        rank.stream()
            .flatMapToDouble(item -> item.after().stream().mapToDouble(to -> to.y - item.y))
            .map(Math::abs)
            .max()
            .orElse(0);
    return Math.min(LARGEST_GAP, SMALLEST_GAP + GAP_PER_HEIGHT * steepest);
  }

  private double top() {
    return diagram.columns().isEmpty() ? MARGIN : MARGIN + 2.5 * LINE;
  }

  private View.Column column(int rank) {
    return rank % 2 == 0 && rank / 2 < diagram.columns().size()
        ? diagram.columns().get(rank / 2)
        : null;
  }

  private double titleWidth(int rank) {
    View.Column column = column(rank);
    return column == null
        ? 0
        : Math.max(
            Scripts.width(column.title(), NUMBER_SIZE),
            Scripts.width(column.parameters(), NUMBER_SIZE));
  }

  private void drawTitles() {
    for (int rank = 0; rank < left.length; rank++) {
      View.Column column = column(rank);
      if (column != null) {
        double x = (left[rank] + right[rank]) / 2;
        words(x, MARGIN + LINE / 2, NUMBER_SIZE, Svg.INK, column.title());
        words(x, MARGIN + 1.5 * LINE, NUMBER_SIZE, Svg.FAINT, column.parameters());
      }
    }
  }

  private void words(double x, double y, double size, String color, Notation words) {
    double width = Scripts.width(words, size);
    scene.words.add(new Scene.Words(x, y, width, size, size, color, words));
  }

  private double x(LayeredLayout.Item item) {
    return (left[item.rank] + right[item.rank]) / 2;
  }

  private void drawNode(View.Node node, LayeredLayout.Item item) {
    double x = x(item);
    double y = top() + item.y;
    scene.boxes.add(new Scene.Box(x, y, boxWidth(node), BOX_HEIGHT, node.shape()));
    words(x, y, NAME_SIZE, Svg.INK, node.name());
    double away = BOX_HEIGHT / 2 + LINE / 2;
    if (node.value() != null) {
      words(x, y - away, NUMBER_SIZE, Svg.BLUE, number(node.value()));
    }
    if (node.gradient() != null) {
      words(x, y + away, NUMBER_SIZE, Svg.ORANGE, number(node.gradient()));
    }
  }

  /** A number, or the shape of a matrix. */
  private static Notation number(String number) {
    return Notation.of(number.replace(" x ", " × "));
  }

  /** Horizontal through the bands of its items, curved between them. */
  private void drawEdge(View.Edge edge, List<LayeredLayout.Item> chain) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      LayeredLayout.Item item = chain.get(i);
      boolean first = i == 0;
      boolean last = i == chain.size() - 1;
      boolean label = edge.label() != null && i == chain.size() - 2;
      double y = top() + item.y + (label ? EDGE_BELOW_LABEL : 0);
      double fromX =
          first ? x(item) + boxWidth(diagram.nodes().get(edge.from())) / 2 : left[item.rank];
      double toX = last ? x(item) - boxWidth(diagram.nodes().get(edge.to())) / 2 : right[item.rank];
      points.add(new double[] {fromX, y});
      points.add(new double[] {toX, y});
      if (label) {
        words(x(item), y - EDGE_BELOW_LABEL - 2, NUMBER_SIZE, Svg.FAINT, edge.label());
      }
    }
    scene.paths.add(new Scene.Path(points));
  }
}
