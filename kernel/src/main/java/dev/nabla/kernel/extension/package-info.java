/** What libraries add to the kernel: renderers, magics, extensions of JJava. */
package dev.nabla.kernel.extension;
