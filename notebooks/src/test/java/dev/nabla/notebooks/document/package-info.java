/** The documents, held to what the code does. */
package dev.nabla.notebooks.document;
