package dev.nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts of what was as it should be, line by line. */
final class Tally {
  private final Map<String, int[]> table = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();

  void count(String line, boolean good, String what) {
    int[] counts = table.computeIfAbsent(line, key -> new int[2]);
    counts[good ? 0 : 1]++;
    if (!good) {
      misses.add(line + ": " + what);
    }
  }

  /** The share of good cases in a line. */
  double share(String line) {
    int[] counts = table.get(line);
    return counts[0] / (double) (counts[0] + counts[1]);
  }

  /** The first cases that were not as they should be. */
  String firstMisses() {
    return misses.stream()
        .filter(miss -> !miss.endsWith(": "))
        .limit(20)
        .collect(Collectors.joining("\n"));
  }

  /** Prints the table. */
  void print() {
    StringBuilder out = new StringBuilder();
    table.forEach(
        (line, counts) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-34s %6d of %6d  %5.1f %%%n",
                    line,
                    counts[0],
                    counts[0] + counts[1],
                    100 * share(line))));
    System.out.println(out);
  }
}
