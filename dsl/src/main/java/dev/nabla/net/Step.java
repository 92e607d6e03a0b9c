package dev.nabla.net;

import dev.nabla.display.Notation;

/**
 * The step a net has just made: new = old - rate * gradient.
 *
 * @param old parameters before
 * @param gradient dL/dW and dL/db there
 * @param of what the gradient is of, usually L
 */
record Step(Parameters old, double rate, Parameters gradient, Notation of) {}
