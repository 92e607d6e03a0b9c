/**
 * Formulas as trees of operations: each operation is one record with its shape rule, forward rule,
 * backward rule, derivative in symbols and the way it is written.
 */
package dev.nabla.graph.algebra;
