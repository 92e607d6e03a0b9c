package dev.nabla.exercise;

import dev.nabla.display.Showable;
import java.util.List;

/** One question of an exercise. */
interface Question {

  /** What is asked, such as {@code dW1}. */
  String name();

  /** Judges an answer. */
  Verdict check(Object answer);

  /** Three hints while nothing is known of an answer. */
  List<String> hints();

  /** The worked solution. */
  Showable solution();
}
