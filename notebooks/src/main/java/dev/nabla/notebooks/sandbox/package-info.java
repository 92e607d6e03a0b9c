/** Keeps programs of students from what they have no business with. */
package dev.nabla.notebooks.sandbox;
