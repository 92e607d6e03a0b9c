package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.display.View;

/** A worked solution, step by step. */
public record Derivation(View.Solution view) implements Showable {
  @Override
  public String toString() {
    return Display.text(view);
  }
}
