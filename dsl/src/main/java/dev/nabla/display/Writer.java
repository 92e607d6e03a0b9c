package dev.nabla.display;

/**
 * One format: it knows how every kind of view looks there, or that it has no form for it (null).
 */
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
    } else if (view instanceof View.Solution solution) {
      return solution(solution);
    } else if (view instanceof View.Diagram diagram) {
      return diagram(diagram);
    } else if (view instanceof View.Chart chart) {
      return chart(chart);
    } else if (view instanceof View.Field field) {
      return field(field);
    } else if (view instanceof View.Progress progress) {
      return progress(progress);
    } else if (view instanceof View.Illustrated both) {
      return illustrated(both, limit);
    } else if (view instanceof View.Graded graded) {
      return graded(graded, limit);
    } else if (view instanceof View.Picture picture) {
      return picture(picture);
    }
    throw new IllegalStateException("no writer for " + view.getClass());
  }

  String line(View.Line line) {
    return null;
  }

  abstract String matrix(Grid grid);

  String table(View.Table table) {
    return null;
  }

  String stack(View.Stack stack) {
    return null;
  }

  String beside(View.Beside beside) {
    return null;
  }

  String solution(View.Solution solution) {
    return null;
  }

  String diagram(View.Diagram diagram) {
    return null;
  }

  String chart(View.Chart chart) {
    return null;
  }

  String field(View.Field field) {
    return null;
  }

  String progress(View.Progress progress) {
    return null;
  }

  String illustrated(View.Illustrated both, int limit) {
    return write(both.words(), limit);
  }

  String graded(View.Graded graded, int limit) {
    return write(graded.feedback(), limit);
  }

  String picture(View.Picture picture) {
    return null;
  }
}
