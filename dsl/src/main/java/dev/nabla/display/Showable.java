package dev.nabla.display;

/** A value that knows what it shows. The writers of this package know how it looks. */
public interface Showable {
  View view();
}
