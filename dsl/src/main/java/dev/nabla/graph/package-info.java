/** Computation graphs of formulas: values, gradients, the chain rule by paths, derivatives. */
package dev.nabla.graph;
