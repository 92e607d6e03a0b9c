/** Looks for what is wrong or poor about exercises before students see them. */
package dev.nabla.notebooks.lint;
