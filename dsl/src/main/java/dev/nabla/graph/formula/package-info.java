/** Formulas as they are typed: reading them, and saying what is wrong with them. */
package dev.nabla.graph.formula;
