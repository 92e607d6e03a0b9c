package dev.nabla.kernel.shell.advice;

import java.util.function.Function;

/**
 * One entry of the catalogue of slips.
 *
 * @param name unique; the tests list an example for each
 * @param rule looks at the scene and gives the message, or null if this is not the slip
 */
record Slip(String name, Function<Scene, Advice> rule) {}
