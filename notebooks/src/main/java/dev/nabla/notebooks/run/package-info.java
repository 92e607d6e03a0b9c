/** Runs notebooks and scripts without a front end, each in a kernel of its own. */
package dev.nabla.notebooks.run;
