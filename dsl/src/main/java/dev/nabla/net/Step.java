package dev.nabla.net;

/**
 * The step a net has just made: new = old - rate * gradient.
 *
 * @param old parameters before
 * @param gradient dL/dW and dL/db there
 */
record Step(Parameters old, double rate, Parameters gradient) {}
