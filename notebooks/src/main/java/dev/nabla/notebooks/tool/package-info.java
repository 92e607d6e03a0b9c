/** What the commands for notebooks have in common. */
package dev.nabla.notebooks.tool;
