/**
 * Matrix products, each by the fastest way for its shape: {@link dev.nabla.product.Product#fastest}
 * chooses between plain loops, EJML, panels of rows and a BLAS that is installed.
 */
package dev.nabla.product;
