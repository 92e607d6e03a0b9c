/**
 * Cells to results: splitting, compiling, running, stopping, errors, completion. Knows nothing of
 * sockets and messages.
 */
package dev.nabla.kernel.shell;
