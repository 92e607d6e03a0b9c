/** The magics: one class each, found by {@link dev.nabla.kernel.magic.Registry}. */
package dev.nabla.kernel.magic;
