/** Puts the kernel where Jupyter finds it, takes it away again and tells whether it works. */
package dev.nabla.notebooks.install;
