/**
 * Questions, answers and what went wrong. An exercise is a calculation; its answers are computed,
 * and so are the typical wrong ones.
 */
package dev.nabla.exercise;
