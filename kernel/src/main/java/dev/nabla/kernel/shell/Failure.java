package dev.nabla.kernel.shell;

import java.util.List;

/**
 * Why a cell stopped, in the words that a front end shows.
 *
 * @param name the class of what was thrown, such as {@code ArithmeticException}
 * @param message its message
 * @param report the lines to show
 */
public record Failure(String name, String message, List<String> report) {}
