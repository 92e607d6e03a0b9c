/** Errors that people can act on. */
package dev.nabla.kernel.shell.advice;
