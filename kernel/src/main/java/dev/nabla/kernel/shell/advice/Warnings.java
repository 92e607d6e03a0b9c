package dev.nabla.kernel.shell.advice;

import java.util.List;

/** What is legal Java in a cell and most certainly not meant. */
public final class Warnings {
  private Warnings() {}

  /** The warnings of a cell, in the order of its lines; none where we are not certain. */
  public static List<Message> of(String cell, KnownNames names) {
    return List.of();
  }
}
