/** Fresh problems of every kind, drawn from a seed and posed as exercises. */
package dev.nabla.practice;
