/**
 * Networks that show every number.
 *
 * <p>A net of L layers maps a batch X, one column for each example, by
 *
 * <pre>
 *   Z_0 = X
 *   S_l = W_l Z_(l-1) + b_l 1^T     pre-activation, units x examples
 *   Z_l = f_l(S_l)                  activation
 * </pre>
 *
 * <p>and a loss L(Z_L, Y) comes back by the chain rule as
 *
 * <pre>
 *   delta_l      = dL/dS_l     = dL/dZ_l o f_l'(S_l)
 *   dL/dZ_(l-1)  = W_l^T delta_l
 *   dL/dW_l      = delta_l Z_(l-1)^T
 *   dL/db_l      = delta_l 1
 * </pre>
 *
 * <p>where o multiplies entry by entry. Every gradient has the shape of what it is the derivative
 * by. {@link dev.nabla.net.Network} is the net, {@link dev.nabla.net.Forward} and {@link
 * dev.nabla.net.Backward} are one pass each way, {@link dev.nabla.net.Training} is many.
 *
 * <p>Inside, a weight matrix is always outputs x inputs and a bias always a column beside it.
 * Intercepts and weights inputs x outputs are ways to read and to show them ({@code Labels}).
 *
 * <p>To add an activation, write one record beside {@link dev.nabla.net.Tanh} with its rule, its
 * slope and their formulas; to add a loss, one beside {@link dev.nabla.net.SquaredError}; to add an
 * update rule, one beside {@link dev.nabla.net.Momentum}. Once it is a name in {@link
 * dev.nabla.Nabla}, gradient checks on random nets, explanations and LaTeX include it.
 */
package dev.nabla.net;
