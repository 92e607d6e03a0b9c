package dev.nabla.kernel.shell.advice;

import java.util.function.Function;

/**
 * What a running cell threw.
 *
 * @param thrown the live exception
 * @param cell the whole cell that holds the line
 * @param line the line that threw, from 1; 0 if unknown
 * @param variables name to live value, null for a name that is not there
 */
public record RuntimeProblem(
    Throwable thrown, String cell, int line, Function<String, Object> variables) {}
