package dev.nabla.kernel.shell.advice;

import java.util.function.Function;

/**
 * One entry of the catalogue of what goes wrong while a cell runs.
 *
 * @param name unique; the tests list an example for each
 * @param exception the exception or one above it; the rule is asked for no other
 * @param rule looks at the crash and gives the words, or null if this is not the slip
 */
record CrashSlip(String name, Class<? extends Throwable> exception, Function<Crash, String> rule) {}
