package dev.nabla.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the parts of a layered drawing stand: items in ranks from left to right, joined by chains.
 *
 * <p>Labels of edges are items like nodes, in ranks of their own, and an edge that passes a rank
 * has an item there too. So nothing can lie on anything else: within a rank items keep their
 * distance, between ranks there are only edges.
 */
final class LayeredLayout {
  private static final int ORDER_SWEEPS = 4;
  private static final int PLACE_SWEEPS = 12;
  private static final double DISTANCE = 8;

  /** One thing with a place: a node, the label of an edge, or a point an edge passes. */
  static final class Item {
    final int rank;
    final double width;
    final double height;

    /** The vertical center, the result of the layout. */
    double y;

    private int position;
    private double wish;
    private final List<Item> before = new ArrayList<>();
    private final List<Item> after = new ArrayList<>();

    Item(int rank, double width, double height) {
      this.rank = rank;
      this.width = width;
      this.height = height;
    }

    List<Item> after() {
      return after;
    }
  }

  private final List<List<Item>> ranks = new ArrayList<>();
  private final boolean keepsOrder;

  /**
   * @param keepsOrder whether even ranks, those of the nodes, stay in the order given and evenly
   *     spaced, as the layers of a network do
   */
  LayeredLayout(int ranks, boolean keepsOrder) {
    for (int i = 0; i < ranks; i++) {
      this.ranks.add(new ArrayList<>());
    }
    this.keepsOrder = keepsOrder;
  }

  void add(Item item) {
    item.position = ranks.get(item.rank).size();
    ranks.get(item.rank).add(item);
  }

  /** Joins two items; the second stands in a rank further right. */
  void join(Item from, Item to) {
    from.after.add(to);
    to.before.add(from);
  }

  List<List<Item>> ranks() {
    return ranks;
  }

  /** Chooses the order within each rank, then the vertical places; the smallest top is 0. */
  void run() {
    order();
    place();
    double top =
        ranks.stream()
            .flatMap(List::stream)
            .mapToDouble(item -> item.y - item.height / 2)
            .min()
            .orElse(0);
    ranks.forEach(rank -> rank.forEach(item -> item.y -= top));
  }

  private boolean isFixed(int rank) {
    return keepsOrder && rank % 2 == 0;
  }

  /** Barycenter sweeps to the right and back; the order with the fewest crossings wins. */
  private void order() {
    long fewest = Long.MAX_VALUE;
    List<List<Item>> best = copy();
    for (int sweep = 0; sweep < 2 * ORDER_SWEEPS && fewest > 0; sweep++) {
      for (int i = 0; i < ranks.size(); i++) {
        boolean right = sweep % 2 == 0;
        sort(right ? i : ranks.size() - 1 - i, right);
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    for (int i = 0; i < ranks.size(); i++) {
      ranks.set(i, best.get(i));
      number(best.get(i));
    }
  }

  private List<List<Item>> copy() {
    List<List<Item>> copy = new ArrayList<>();
    ranks.forEach(rank -> copy.add(new ArrayList<>(rank)));
    return copy;
  }

  private void sort(int rank, boolean right) {
    if (isFixed(rank)) {
      return;
    }
    for (Item item : ranks.get(rank)) {
      List<Item> neighbors = new ArrayList<>(right ? item.before : item.after);
      if (keepsOrder) {
        neighbors = new ArrayList<>(item.before);
        neighbors.addAll(item.after);
      }
      item.wish = neighbors.stream().mapToInt(n -> n.position).average().orElse(item.position);
    }
    ranks.get(rank).sort(Comparator.comparingDouble(item -> item.wish));
    number(ranks.get(rank));
  }

  private static void number(List<Item> rank) {
    for (int i = 0; i < rank.size(); i++) {
      rank.get(i).position = i;
    }
  }

  /** How many pairs of edges between neighboring ranks cross. */
  private long crossings() {
    long crossings = 0;
    for (List<Item> rank : ranks) {
      for (int i = 0; i < rank.size(); i++) {
        for (int j = i + 1; j < rank.size(); j++) {
          for (Item a : rank.get(i).after) {
            for (Item b : rank.get(j).after) {
              crossings += a.position > b.position ? 1 : 0;
            }
          }
        }
      }
    }
    return crossings;
  }

  private void place() {
    for (List<Item> rank : ranks) {
      rank.forEach(item -> item.wish = 0);
      settle(rank);
    }
    for (int sweep = 0; sweep < PLACE_SWEEPS; sweep++) {
      for (int i = 0; i < ranks.size(); i++) {
        int rank = sweep % 2 == 0 ? i : ranks.size() - 1 - i;
        if (!isFixed(rank)) {
          ranks.get(rank).forEach(LayeredLayout::wishForNeighbors);
          settle(ranks.get(rank));
        }
      }
    }
  }

  private static void wishForNeighbors(Item item) {
    List<Item> neighbors = new ArrayList<>(item.before);
    neighbors.addAll(item.after);
    item.wish = neighbors.stream().mapToDouble(n -> n.y).average().orElse(item.y);
  }

  /**
   * The places nearest to the wishes, in least squares, that keep order and distance: neighbors
   * that would overlap form a block, which stands at the mean of its wishes.
   */
  private static void settle(List<Item> rank) {
    double[] offset = new double[rank.size()];
    List<double[]> blocks = new ArrayList<>();
    for (int i = 0; i < rank.size(); i++) {
      if (i > 0) {
        double apart = (rank.get(i - 1).height + rank.get(i).height) / 2 + DISTANCE;
        offset[i] = offset[i - 1] + apart;
      }
      double[] block = {rank.get(i).wish - offset[i], 1};
      while (!blocks.isEmpty() && mean(blocks.get(blocks.size() - 1)) >= mean(block)) {
        double[] last = blocks.remove(blocks.size() - 1);
        block = new double[] {block[0] + last[0], block[1] + last[1]};
      }
      blocks.add(block);
    }
    int index = 0;
    for (double[] block : blocks) {
      for (int k = 0; k < block[1]; k++, index++) {
        rank.get(index).y = mean(block) + offset[index];
      }
    }
  }

  private static double mean(double[] block) {
    return block[0] / block[1];
  }
}
