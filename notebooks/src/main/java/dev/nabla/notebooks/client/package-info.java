/** Talks to a kernel the way a front end does. */
package dev.nabla.notebooks.client;
