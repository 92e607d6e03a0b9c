package dev.nabla.net;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;

/**
 * A quantity of a pass by its word: {@code S1 Z1 delta1 dW1 db1 dZ1 dX loss}.
 *
 * @param layer the layer it belongs to; 0 for dX, the last for the loss
 */
record QuantityName(Kind kind, int layer) {
  enum Kind {
    S,
    Z,
    LOSS,
    DZ,
    DELTA,
    DW,
    DB
  }

  /** Those of a forward pass, in the order of the work. */
  static List<QuantityName> forward(Blueprint net) {
    List<QuantityName> all = new ArrayList<>();
    for (int l = 1; l <= net.depth(); l++) {
      all.add(new QuantityName(Kind.S, l));
      all.add(new QuantityName(Kind.Z, l));
    }
    return all;
  }

  /** In the order of the work: forward, loss, backward. */
  static List<QuantityName> all(Blueprint net, boolean loss) {
    List<QuantityName> all = forward(net);
    if (loss) {
      all.add(new QuantityName(Kind.LOSS, net.depth()));
    }
    for (int l = net.depth(); l >= 1; l--) {
      all.add(new QuantityName(Kind.DZ, l));
      all.add(new QuantityName(Kind.DELTA, l));
      all.add(new QuantityName(Kind.DW, l));
      if (net.hasBias(l)) {
        all.add(new QuantityName(Kind.DB, l));
      }
    }
    all.add(new QuantityName(Kind.DZ, 0));
    return all;
  }

  /** The word for it in calls and questions. */
  String word() {
    return switch (kind) {
      case LOSS -> "loss";
      case S, Z -> kind.name() + layer;
      case DELTA -> "delta" + layer;
      case DW -> "dW" + layer;
      case DB -> "db" + layer;
      case DZ -> layer == 0 ? "dX" : "dZ" + layer;
    };
  }

  /** The word with the name the net has given, such as {@code dalpha}. */
  private String givenWord(Names names) {
    return switch (kind) {
      case S -> names.of("S", layer).text();
      case Z -> names.of("Z", layer).text();
      case DW -> "d" + names.of("W", layer).text();
      case DB -> "d" + names.of("b", layer).text();
      case DZ -> layer == 0 ? "dX" : "d" + names.of("Z", layer).text();
      case LOSS, DELTA -> word();
    };
  }

  /**
   * The quantity of this word.
   *
   * @param call the word that was given it, for the message
   * @param all those there are
   * @throws NablaException listing the words there are
   */
  static QuantityName of(String call, String word, List<QuantityName> all, Names names) {
    for (QuantityName quantity : all) {
      if (word.equals(quantity.word()) || word.equals(quantity.givenWord(names))) {
        return quantity;
      }
    }
    throw new NablaException(
        call
            + "(\""
            + word
            + "\"): the quantities here are "
            + String.join(" ", all.stream().map(QuantityName::word).toList())
            + ".");
  }
}
