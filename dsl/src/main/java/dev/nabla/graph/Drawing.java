package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.display.View;

/** A drawing of a graph; as text, one line for each node with its inputs. */
public record Drawing(View.Diagram view) implements Showable {
  @Override
  public String toString() {
    return Display.text(view);
  }
}
