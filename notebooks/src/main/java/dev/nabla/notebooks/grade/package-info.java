/** Grades submissions: answers are taken from them in a sandbox, and judged outside of it. */
package dev.nabla.notebooks.grade;
