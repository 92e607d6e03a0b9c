package dev.nabla.exercise;

import dev.nabla.exercise.GraphSheets.GraphSheet;
import java.util.ArrayList;
import java.util.List;

/** The graphs of the worksheets. */
class GraphSheetsTest extends SheetFigures {
  private static final int KINDS = 5;

  @Override
  List<GraphSheet> sheets() {
    List<GraphSheet> sheets = new ArrayList<>();
    for (int kind = 0; kind < KINDS; kind++) {
      for (long seed = 1; seed <= GENERATED; seed++) {
        sheets.add(GraphSheets.of(kind, seed));
      }
    }
    return sheets;
  }
}
