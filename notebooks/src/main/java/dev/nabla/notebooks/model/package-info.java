/** Notebooks as files: cells, outputs, and the markers of teaching assistants. */
package dev.nabla.notebooks.model;
