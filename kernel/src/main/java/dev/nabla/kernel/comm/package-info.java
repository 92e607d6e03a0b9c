/**
 * Comms: channels between code in cells and code in the front end, each with two ends of one name.
 */
package dev.nabla.kernel.comm;
