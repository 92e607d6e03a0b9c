/** The words that all messages share. The lowest layer: it knows no other package of ours. */
package dev.nabla.message;
