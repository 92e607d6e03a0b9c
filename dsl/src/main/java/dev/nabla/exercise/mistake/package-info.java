/** The catalogue of mistakes: one class for each, with its rule, its words and its hints. */
package dev.nabla.exercise.mistake;
