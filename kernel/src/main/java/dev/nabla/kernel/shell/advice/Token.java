package dev.nabla.kernel.shell.advice;

/**
 * A token of Java, also of code that is not Java yet.
 *
 * @param end after its last character
 */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    /** A name or a keyword. */
    WORD,
    NUMBER,
    /** With its quotes, on one line or as a text block. */
    STRING,
    /** With its quotes, whatever its length. */
    CHARACTER,
    SYMBOL,
    /** A text or a comment whose end is missing. */
    UNCLOSED
  }

  boolean is(String... texts) {
    for (String each : texts) {
      if (text.equals(each) && kind != Kind.STRING && kind != Kind.CHARACTER) {
        return true;
      }
    }
    return false;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isName() {
    return kind == Kind.WORD && !Source.KEYWORDS.contains(text);
  }
}
