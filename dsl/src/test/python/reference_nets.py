"""Writes random nets with their gradients, computed by NumPy alone.

    python3 dsl/src/test/python/reference_nets.py > dsl/src/test/resources/dev/nabla/net/reference-nets.txt

One net is a line `net ACTIVATIONS LOSS BIAS`, then one line per matrix: `NAME ROWS COLUMNS ENTRIES`.
The gradients come from reverse mode over a list of elementary operations on whole matrices, not from the
formulas for delta, so that this is a second way to the same numbers.
"""

import numpy as np

NETS = 200
ACTIVATIONS = ["identity", "sigmoid", "tanh", "relu", "softmax"]
LOSSES = ["squaredError", "half", "mean", "halfMean", "logLoss", "crossEntropy", "hinge"]
BIASES = ["column", "none", "intercept"]
MARGIN = 0.3


class Node:
    """A matrix on a tape, and how its gradient reaches its inputs."""

    def __init__(self, value, inputs=(), pull=None):
        self.value, self.inputs, self.pull = value, inputs, pull
        self.gradient = np.zeros_like(value)


def matmul(a, b):
    return Node(a.value @ b.value, (a, b), lambda g: (g @ b.value.T, a.value.T @ g))


def add_column(a, b):
    return Node(a.value + b.value, (a, b), lambda g: (g, g.sum(axis=1, keepdims=True)))


def ones_on_top(a):
    return Node(np.vstack([np.ones((1, a.value.shape[1])), a.value]), (a,), lambda g: (g[1:],))


def activate(name, s):
    v = s.value
    if name == "identity":
        return Node(v, (s,), lambda g: (g,))
    if name == "sigmoid":
        z = 1 / (1 + np.exp(-v))
        return Node(z, (s,), lambda g: (g * np.exp(-v) * z**2,))
    if name == "tanh":
        return Node(np.tanh(v), (s,), lambda g: (g / np.cosh(v) ** 2,))
    if name == "relu":
        return Node(np.where(v > 0, v, 0), (s,), lambda g: (np.where(v > 0, g, 0),))
    z = np.exp(v) / np.exp(v).sum(axis=0)

    def pull(g):
        columns = []
        for n in range(v.shape[1]):
            p = z[:, n]
            columns.append((np.diag(p) - np.outer(p, p)).T @ g[:, n])
        return (np.array(columns).T,)

    return Node(z, (s,), pull)


def loss(name, z, y):
    """Value and gradient of the loss at the output."""
    p, count = z.value, y.shape[1]
    if name in ("squaredError", "half", "mean", "halfMean"):
        factor = {"squaredError": 1, "half": 1 / 2, "mean": 1 / count, "halfMean": 1 / (2 * count)}[name]
        return factor * np.sum((p - y) ** 2), factor * 2 * (p - y)
    if name == "logLoss":
        return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)), -y / p + (1 - y) / (1 - p)
    if name == "crossEntropy":
        return -np.sum(y * np.log(p)) / count, -y / p / count
    total, gradient = 0.0, np.zeros_like(p)
    for n in range(count):
        true = int(np.argmax(y[:, n]))
        for l in range(p.shape[0]):
            term = p[l, n] - p[true, n] + MARGIN
            if l != true and term >= 0:
                total += term
                gradient[l, n] += 1
                gradient[true, n] -= 1
    return total, gradient


def backward(output, gradient):
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            for below in node.inputs:
                visit(below)
            order.append(node)

    visit(output)
    output.gradient = gradient
    for node in reversed(order):
        if node.pull:
            for below, part in zip(node.inputs, node.pull(node.gradient)):
                below.gradient = below.gradient + part


def write(name, matrix):
    entries = " ".join(repr(float(x)) for x in np.ravel(matrix))
    print(name, matrix.shape[0], matrix.shape[1], entries)


def decimals(random, rows, columns):
    return np.round(random.uniform(-1.5, 1.5, (rows, columns)), 2)


def main():
    random = np.random.RandomState(20240611)
    for _ in range(NETS):
        name = LOSSES[random.randint(len(LOSSES))]
        bias = BIASES[random.randint(len(BIASES))]
        depth = random.randint(1, 5)
        sizes = [random.randint(1, 5) for _ in range(depth)] + [random.randint(2, 4)]
        examples = random.randint(1, 5)
        hidden = [ACTIVATIONS[random.randint(len(ACTIVATIONS))] for _ in range(depth - 1)]
        last = {"logLoss": "sigmoid", "crossEntropy": "softmax", "hinge": "softmax"}.get(name)
        activations = hidden + [last or ACTIVATIONS[random.randint(len(ACTIVATIONS))]]
        one = 1 if bias == "intercept" else 0
        W = [Node(decimals(random, sizes[i + 1], sizes[i] + one)) for i in range(depth)]
        b = [Node(decimals(random, sizes[i + 1], 1)) for i in range(depth)]
        X = Node(decimals(random, sizes[0], examples))
        if last:
            Y = np.zeros((sizes[-1], examples))
            Y[random.randint(sizes[-1], size=examples), np.arange(examples)] = 1
        else:
            Y = decimals(random, sizes[-1], examples)
        z = X
        for i in range(depth):
            s = matmul(W[i], ones_on_top(z) if one else z)
            z = activate(activations[i], add_column(s, b[i]) if bias == "column" else s)
        value, gradient = loss(name, z, Y)
        backward(z, gradient)
        print("net", ",".join(activations), name, bias)
        write("X", X.value)
        write("Y", Y)
        write("loss", np.array([[value]]))
        for i in range(depth):
            write("W", W[i].value)
            write("dW", W[i].gradient)
            if bias == "column":
                write("b", b[i].value)
                write("db", b[i].gradient)
        write("dX", X.gradient)


main()
