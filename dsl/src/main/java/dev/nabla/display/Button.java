package dev.nabla.display;

import java.util.function.Supplier;

/**
 * Something to press; its action runs at each press and its result is shown.
 *
 * <pre>{@code
 * var again = button("one more step", () -> net = net.forward(X).backward(Y).step(0.5));
 * again          // [one more step] (a button)
 * again.press(); // as if pressed by hand
 * }</pre>
 */
public final class Button extends Control {
  private final Supplier<?> action;

  private Button(String name, Supplier<?> action) {
    super(name);
    this.action = action;
  }

  /** A button with these words on it. */
  public static Button of(String name, Supplier<?> action) {
    return new Button(name, action);
  }

  /** Does what a press does, where the button is shown. */
  public void press() {
    used();
  }

  @Override
  public boolean actsAtOnce() {
    return false;
  }

  @Override
  public Object act() {
    return action.get();
  }

  @Override
  public View view() {
    return new View.Line(Notation.of("[" + name() + "] (a button)"));
  }
}
