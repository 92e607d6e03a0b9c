package dev.nabla.kernel.shell.advice;

/**
 * What to say about the characters of the cell from {@code start} to before {@code end}.
 *
 * @param words what is wrong and the fix, to follow {@code "Line 1: "}
 */
record Advice(int start, int end, String words) {}
