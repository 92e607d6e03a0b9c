package dev.nabla.display;

/**
 * Which entries of a matrix stand out, and how. Never by color alone.
 *
 * <pre>{@code
 * view.marked(Marks.HEAT)
 * view.marked(Marks.at((i, j) -> i == 0 ? Marks.Mark.HIGHLIGHTED : Marks.Mark.NONE))
 * }</pre>
 *
 * @param heat whether entries are shaded by size, blue for positive and red for negative
 * @param fractions whether entries print as fractions where a small one fits
 * @param marker the mark of each entry, counted from 0
 */
public record Marks(boolean heat, boolean fractions, Marker marker) {
  public static final Marks NONE = new Marks(false, false, (row, column) -> Mark.NONE);
  public static final Marks HEAT = new Marks(true, false, NONE.marker);
  public static final Marks FRACTIONS = new Marks(false, true, NONE.marker);

  /** Marks chosen for each entry. */
  public static Marks at(Marker marker) {
    return new Marks(false, false, marker);
  }

  /** The mark of one entry. */
  @FunctionalInterface
  public interface Marker {
    Mark at(int row, int column);
  }

  /** What is said about one entry, with the sign before it in text. */
  public enum Mark {
    NONE("", "", ""),
    RIGHT("✓ ", ";background-color:rgba(27,120,55,0.2)", "\\checkmark\\,"),
    WRONG("✗ ", ";background-color:rgba(178,24,43,0.25)", "\\mathsf{X}\\,"),
    /** Switched off, such as a unit of ReLU below 0. */
    MASKED("·", "", "\\cdot\\,"),
    HIGHLIGHTED("> ", ";border:2px solid #888", "\\triangleright\\,");

    final String sign;
    final String style;
    final String latex;

    Mark(String sign, String style, String latex) {
      this.sign = sign;
      this.style = style;
      this.latex = latex;
    }
  }
}
