/** Helps to write exercises: a first notebook, its worked solution, variants for each student. */
package dev.nabla.notebooks.author;
