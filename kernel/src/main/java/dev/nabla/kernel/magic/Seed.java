package dev.nabla.kernel.magic;

import dev.nabla.Defaults;
import dev.nabla.kernel.shell.Outcome;

/** Sets the seed of the weights of later nets. */
final class Seed implements Magic {
  @Override
  public String name() {
    return "seed";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Sets the seed from which nets made from now on take their weights.",
            "%seed NUMBER",
            "%seed")
        .details(
            "Without a number it goes back to the usual 1. It is a default and no running stream:"
                + " every net that says nothing starts from the same weights, however often a cell"
                + " runs. A net that says `random(7)` itself, and nets that are there already, do"
                + " not change.")
        .example("%seed 7");
  }

  @Override
  public Outcome run(Invocation invocation) {
    long seed = Defaults.USUAL_SEED;
    if (!invocation.operands().isEmpty()) {
      Word word = invocation.operands().get(0);
      try {
        seed = Long.parseLong(word.text());
      } catch (NumberFormatException e) {
        throw invocation.bad(word, word.text() + " is not a whole number.");
      }
    }
    Defaults.seed(seed);
    invocation.cell().note("Nets start from random(" + seed + ").");
    return new Outcome.Nothing();
  }
}
