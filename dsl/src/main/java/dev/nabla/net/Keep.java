package dev.nabla.net;

import dev.nabla.message.NablaException;

/** What a pass stores of each layer for the way back. */
enum Keep {
  BOTH(true, true),
  S(true, false),
  Z(false, true);

  final boolean s;
  final boolean z;

  Keep(boolean s, boolean z) {
    this.s = s;
    this.z = z;
  }

  static Keep of(String words) {
    return switch (words.strip().replaceAll("[\\s,]+", " ")) {
      case "S Z", "Z S" -> BOTH;
      case "S" -> S;
      case "Z" -> Z;
      default ->
          throw new NablaException(
              "keep(\"" + words + "\"): say keep(\"S Z\"), keep(\"S\") or keep(\"Z\").");
    };
  }
}
