/**
 * Networks that show every number: layers, passes, gradients, steps.
 *
 * <p>Inside, a weight matrix is outputs x inputs and a bias is a column beside it; intercepts and
 * inputs x outputs are ways to read and show them ({@code Labels}).
 */
package dev.nabla.net;
