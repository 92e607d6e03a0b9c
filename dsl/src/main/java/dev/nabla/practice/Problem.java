package dev.nabla.practice;

import dev.nabla.display.Showable;
import dev.nabla.exercise.Exercise;
import java.util.List;
import java.util.function.Function;

/**
 * What is asked, before anybody is asked.
 *
 * @param task in words
 * @param given what the task starts from
 * @param exercise opens the questions under an id
 */
record Problem(String task, List<? extends Showable> given, Function<String, Exercise> exercise) {}
