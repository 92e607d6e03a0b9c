package dev.nabla.practice;

import java.util.Optional;

/** One kind of problem. */
interface Kind {

  /** One word, under which its exercise is opened. */
  String name();

  /** A problem from these numbers; empty if they make a poor one, so that others are drawn. */
  Optional<Problem> draw(Draw draw);
}
