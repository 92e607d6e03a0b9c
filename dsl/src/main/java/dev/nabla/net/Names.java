package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of W, b, S and Z of each layer, where the sheet has its own.
 *
 * @param families family letter to one name for each layer
 */
record Names(Map<String, List<String>> families) {
  static final Names DEFAULT = new Names(Map.of());

  Names with(String family, String words, int layers) {
    String call = "names(\"" + family + "\", \"" + words + "\")";
    if (!List.of("W", "b", "S", "Z").contains(family)) {
      throw new NablaException(call + ": the families are \"W\", \"b\", \"S\" and \"Z\".");
    }
    if (words.isBlank()) {
      throw new NablaException(
          call + ": there are no names. Write one for each layer, such as \"alpha beta\".");
    }
    List<String> names = Arrays.asList(words.strip().split("[\\s,]+"));
    if (names.size() > layers) {
      throw new NablaException(
          call
              + ": there are "
              + Shape.count(names.size(), "name", "names")
              + ", but this net has "
              + Shape.count(layers, "layer", "layers")
              + ". Say names(...) after the last layer.");
    }
    Map<String, List<String>> more = new TreeMap<>(families);
    more.put(family, names);
    return new Names(more);
  }

  /** The name of a layer's quantity: the given one, else the letter with the layer's number. */
  Notation of(String family, int layer) {
    List<String> names = families.get(family);
    return names == null || names.size() < layer
        ? Notation.indexed(family, layer)
        : Symbols.of(names.get(layer - 1));
  }

  /** Whether this name was given. */
  boolean given(String family, int layer) {
    return families.containsKey(family) && families.get(family).size() >= layer;
  }
}
