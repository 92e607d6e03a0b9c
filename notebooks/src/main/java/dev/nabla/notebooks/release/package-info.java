/** Student versions: solutions gone, answers emptied, metadata for nbgrader. */
package dev.nabla.notebooks.release;
