/**
 * A calculation as a person does it: quantity after quantity, each by a formula that can be
 * changed.
 */
package dev.nabla.exercise.work;
