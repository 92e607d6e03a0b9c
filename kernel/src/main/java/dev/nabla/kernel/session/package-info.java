/**
 * Requests to replies: the dispatcher, the queue of cells, what is published and in which order.
 */
package dev.nabla.kernel.session;
