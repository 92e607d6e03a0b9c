"""Writes the reference for SympyReferenceTest: random formulas, their values and derivatives.

    python3 graph_reference.py > ../resources/dev/nabla/graph/sympy-reference.tsv   (some minutes)

Each line: formula, x, y, z, value, d/dx, d/dy, d/dz, d2/dx2, separated by tabs. SymPy differentiates
the formula in symbols and evaluates the result to 50 digits. A formula is left out if it or a
derivative is not real, is larger than 1e6, or is so ill-conditioned that moving the point by one
part in 1e16 moves the result by more than one part in 1e14.
"""

import random

import sympy as sp

COUNT = 300
SEED = 20261122
SYMBOLS = sp.symbols("x y z", real=True)
FUNCTIONS = {
    "exp": sp.exp,
    "log": sp.log,
    "sqrt": sp.sqrt,
    "sin": sp.sin,
    "cos": sp.cos,
    "tan": sp.tan,
    "tanh": sp.tanh,
    "sigmoid": lambda u: 1 / (1 + sp.exp(-u)),
    "sigma": lambda u: 1 / (1 + sp.exp(-u)),
    "abs": sp.Abs,
    "relu": lambda u: (u + sp.Abs(u)) / 2,
}


def leaf(rng):
    if rng.random() < 0.7:
        symbol = rng.choice(SYMBOLS)
        return str(symbol), symbol
    number = rng.choice(["2", "3", "5", "0.5", "1.25", "7"])
    return number, sp.Rational(number)


def formula(rng, depth):
    """The formula as text in our grammar, and as a SymPy expression."""
    if depth == 0 or rng.random() < 0.1:
        return leaf(rng)
    kind = rng.choice(["+", "-", "*", " ", "/", "^", "neg", "call", "call", "max", "pow", "abc"])
    a, sa = formula(rng, depth - 1)
    if kind == "call":
        name = rng.choice(sorted(FUNCTIONS))
        return f"{name}({a})", FUNCTIONS[name](sa)
    if kind == "neg":
        return f"(-{a})", -sa
    if kind == "^":
        n = rng.choice([2, 3, 4, -1, -2])
        return f"({a})^{n}", sa**n
    b, sb = formula(rng, depth - 1)
    if kind == "max":
        return f"max({a}, {b})", (sa + sb + sp.Abs(sa - sb)) / 2
    if kind == "pow":
        return f"(({a})^2 + 1)^({b})", (sa**2 + 1) ** sb
    if kind == "abc":
        c, sc = leaf(rng)
        return f"{c} ({a}) ({b})", sc * sa * sb
    operation = {
        "+": (f"({a} + {b})", sa + sb),
        "-": (f"({a} - {b})", sa - sb),
        "*": (f"({a}) * ({b})", sa * sb),
        " ": (f"({a}) ({b})", sa * sb),
        "/": (f"({a})/({b})", sa / sb),
    }
    return operation[kind]


def value(expression, point):
    result = expression.subs(point)
    result = sp.N(result, 50)
    return result if result.is_real and result.is_finite else None


def fits(expression, point):
    result = value(expression, point)
    if result is None or abs(result) > 10**6:
        return None
    if result != 0:
        moved = {s: v * (1 + sp.Rational(1, 10**16)) for s, v in point.items()}
        other = value(expression, moved)
        if other is None or abs((other - result) / result) > sp.Float("1e-14"):
            return None
    return result


def main():
    rng = random.Random(SEED)
    done = 0
    while done < COUNT:
        text, expression = formula(rng, rng.choice([2, 3, 3, 4]))
        if not expression.free_symbols or len(text) > 160:
            continue
        point = {s: sp.Rational(rng.randint(5, 40), 16) for s in SYMBOLS}
        derivatives = [sp.diff(expression, s) for s in SYMBOLS]
        derivatives.append(sp.diff(expression, SYMBOLS[0], 2))
        try:
            results = [fits(e, point) for e in [expression] + derivatives]
        except (TypeError, ValueError, ZeroDivisionError, AttributeError):
            continue
        if any(result is None for result in results):
            continue
        numbers = [repr(float(point[s])) for s in SYMBOLS] + [repr(float(r)) for r in results]
        print("\t".join([text] + numbers))
        done += 1


if __name__ == "__main__":
    main()
