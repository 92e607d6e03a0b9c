package dev.nabla.kernel.session;

/**
 * How much one cell may print: what a notebook can hold goes out at once, of the rest the end is
 * kept and shown when the cell has ended. A loop that prints for ever fills no memory.
 */
final class Budget {
  static final int HEAD_CHARS = 8_000_000;
  static final int TAIL_CHARS = 20_000;

  private long printed;
  private long dropped;
  private final StringBuilder tail = new StringBuilder();

  /** The part of a text that may go out now. */
  synchronized String admit(String text) {
    long left = HEAD_CHARS - printed;
    printed += text.length();
    if (text.length() <= left) {
      return text;
    }
    int now = (int) Math.max(0, left);
    tail.append(text, now, text.length());
    if (tail.length() > 2 * TAIL_CHARS) {
      int excess = tail.length() - TAIL_CHARS;
      dropped += excess;
      tail.delete(0, excess);
    }
    return text.substring(0, now);
  }

  /** The end of what was printed beyond the head, with a note of what is missing; may be empty. */
  synchronized String rest() {
    if (tail.length() == 0) {
      return "";
    }
    String rest = tail.toString();
    tail.setLength(0);
    return dropped == 0 ? rest : "\n... " + dropped + " characters are left out here ...\n" + rest;
  }
}
