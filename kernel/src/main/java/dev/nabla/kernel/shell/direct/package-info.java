/**
 * The short way for most cells: expressions, statements and variables of a cell are compiled by one
 * task of javac into one class. It knows Java and javac, but nothing of JShell, which takes what
 * this package leaves: methods, classes, imports, and whatever does not compile.
 */
package dev.nabla.kernel.shell.direct;
