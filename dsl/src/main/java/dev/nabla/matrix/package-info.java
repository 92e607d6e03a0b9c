/** Matrices: read from text, built, labeled, rounded, compared. The data type is EJML's. */
package dev.nabla.matrix;
