package dev.nabla.display;

/** One format: it knows how every kind of view looks there. */
abstract class Writer {

  /** A view that stands alone; null when the format has no form for it. */
  final String write(View view) {
    return write(view, Grid.ALONE);
  }

  /** A view that shows matrices of up to {@code limit} rows and columns whole. */
  final String write(View view, int limit) {
    if (view instanceof View.Line line) {
      return line(line);
    } else if (view instanceof View.Matrix matrix) {
      return matrix(Grid.of(matrix, limit));
    } else if (view instanceof View.Table table) {
      return table(table);
    } else if (view instanceof View.Stack stack) {
      return stack(stack);
    } else if (view instanceof View.Beside beside) {
      return beside(beside);
    }
    throw new IllegalStateException("no writer for " + view.getClass());
  }

  abstract String line(View.Line line);

  abstract String matrix(Grid grid);

  abstract String table(View.Table table);

  abstract String stack(View.Stack stack);

  abstract String beside(View.Beside beside);
}
