package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import java.util.ArrayList;
import java.util.List;

/** Why dL/dW = (dL/dy) x^T for y = W x + ..., index by index. */
final class IndexProof {
  private IndexProof() {}

  /**
   * @param rest the other terms of y_k
   */
  static List<View.Step> steps(Notation y, Notation w, Notation x, List<Notation> rest) {
    Notation yk = index(y, "k");
    Notation wij = index(w, "ij");
    Notation xj = index(x, "j");
    Notation sumL = new Notation("sum_l ", "∑<sub>l</sub> ", "\\sum_{l} ");
    Notation sumK = new Notation("sum_k ", "∑<sub>k</sub> ", "\\sum_{k} ");
    Notation space = new Notation(" ", " ", "\\,");
    Notation loss = Notation.of("L");
    List<Notation> terms = new ArrayList<>();
    terms.add(Tables.join(sumL, index(w, "kl"), space, index(x, "l")));
    terms.addAll(rest);
    Notation entry = Notation.partial(yk, wij);
    Notation result = Tables.join(delta("ki"), space, xj);
    return List.of(
        new View.Step("one entry", yk, Tables.separated(terms, Tables.sign(" + ")), null, null, ""),
        new View.Step(
            "its derivative by one entry of the matrix",
            entry,
            Tables.join(sumL, Notation.partial(index(w, "kl"), wij), space, index(x, "l")),
            Tables.join(sumL, delta("ki"), space, delta("lj"), space, index(x, "l")),
            result,
            "An entry of the matrix depends on itself alone, so only the term l = j is left, and"
                + " only in row k = i."),
        new View.Step(
            "the gradient of any number L that depends on it",
            Notation.partial(loss, wij),
            Tables.join(sumK, Notation.partial(loss, yk), space, entry),
            Tables.join(sumK, Notation.partial(loss, yk), space, result),
            Tables.join(Notation.partial(loss, index(y, "i")), space, xj),
            "Entry (i, j) is entry i of one column times entry j of the other: an outer product."),
        new View.Step(
            "all entries together",
            Notation.partial(loss, w),
            Tables.join(Notation.partial(loss, y), space, transposed(x)),
            null,
            null,
            "It has the shape of the matrix."));
  }

  private static Notation index(Notation name, String index) {
    return new Notation(
        name.text() + "_" + index,
        name.html() + "<sub>" + index + "</sub>",
        "{" + name.latex() + "}_{" + index + "}");
  }

  private static Notation delta(String indices) {
    return new Notation(
        "delta_" + indices, "δ<sub>" + indices + "</sub>", "\\delta_{" + indices + "}");
  }

  private static Notation transposed(Notation x) {
    return new Notation(x.text() + "^T", x.html() + "<sup>⊤</sup>", "{" + x.latex() + "}^{\\top}");
  }
}
