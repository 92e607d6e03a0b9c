/** Frames, signatures, sockets. Knows nothing of cells; one thread owns one socket. */
package dev.nabla.kernel.wire;
