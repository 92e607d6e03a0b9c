/** What a value shows (views) and how it looks (one writer for each format). */
package dev.nabla.display;
