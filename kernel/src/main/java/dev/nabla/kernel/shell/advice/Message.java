package dev.nabla.kernel.shell.advice;

/**
 * What a user is told, and where it points to in the cell.
 *
 * @param line from 1
 * @param column of the first marked character, from 1
 * @param endColumn after the last marked character; larger than {@code column}
 * @param text complete sentences, {@code "Line 1: a semicolon is missing. ..."}
 */
public record Message(int line, int column, int endColumn, String text) {}
