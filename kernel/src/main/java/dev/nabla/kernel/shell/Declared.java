package dev.nabla.kernel.shell;

/**
 * A name that a cell has declared.
 *
 * @param type of a variable; the signature of a method
 * @param cell its number
 */
public record Declared(Kind kind, String name, String type, int cell) {

  /** What a name stands for. */
  public enum Kind {
    VARIABLE,
    METHOD,
    TYPE
  }
}
