package dev.nabla.kernel.magic;

import dev.nabla.display.Display;
import dev.nabla.kernel.shell.Outcome;

/** Sets to how many decimals tables round. */
final class Precision implements Magic {
  /** A double holds no more. */
  private static final int MOST = 17;

  @Override
  public String name() {
    return "precision";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Sets to how many decimals tables round from now on.",
            "%precision DECIMALS",
            "%precision")
        .details(
            "Without a number it goes back to the usual 4. Numbers that fewer decimals show"
                + " exactly stay short, and nothing is computed otherwise: only the tables change.")
        .example("%precision 6");
  }

  @Override
  public Outcome run(Invocation invocation) {
    if (invocation.operands().isEmpty()) {
      Display.useUsualDecimals();
      invocation.cell().note("Tables round as usual again.");
      return new Outcome.Nothing();
    }
    int decimals = invocation.number(invocation.operands().get(0), 0, MOST);
    Display.useDecimals(decimals);
    invocation
        .cell()
        .note("Tables round to " + (decimals == 1 ? "1 decimal" : decimals + " decimals") + ".");
    return new Outcome.Nothing();
  }
}
