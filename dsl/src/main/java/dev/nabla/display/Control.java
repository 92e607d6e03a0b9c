package dev.nabla.display;

/**
 * A value that a hand can move or press where the front end can do that; elsewhere it shows as a
 * line of text and is moved by code.
 *
 * <p>What it does is its action. A {@link Screen} that shows it runs the action, shows the result
 * below the control, and replaces that result whenever the control is used again.
 */
public abstract sealed class Control implements Showable permits Slider, Button {

  /** Who shows a control, and runs its action when code has used it. */
  public interface Keeper {
    void used(Control control);
  }

  private final String name;
  private volatile Keeper keeper = control -> {};

  Control(String name) {
    this.name = name;
  }

  /** What stands beside it. */
  public String name() {
    return name;
  }

  /** Whether the action has something to say before anybody has used the control. */
  public abstract boolean actsAtOnce();

  /** Runs the action once and gives its result; null if there is none to show. */
  public abstract Object act();

  /** From now on this is told when code has used the control. */
  public void keep(Keeper keeper) {
    this.keeper = keeper;
  }

  final void used() {
    keeper.used(this);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
