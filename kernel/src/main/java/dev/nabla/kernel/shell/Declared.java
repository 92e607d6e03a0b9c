package dev.nabla.kernel.shell;

/**
 * A name that a cell has declared.
 *
 * @param type of a variable; the signature of a method
 * @param cell its number
 * @param place where in the cell its declaration begins
 */
public record Declared(Kind kind, String name, String type, int cell, int place) {

  /** What a name stands for. */
  public enum Kind {
    VARIABLE,
    METHOD,
    TYPE
  }
}
