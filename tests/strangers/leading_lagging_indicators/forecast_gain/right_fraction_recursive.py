# style: normal equations in exact rationals, one row added per step
import math
from fractions import Fraction


def _solve(matrix, rhs):
    rows = [list(r) + [v] for r, v in zip(matrix, rhs)]
    size = len(rows)
    for col in range(size):
        pivot = next((i for i in range(col, size) if rows[i][col] != 0), None)
        if pivot is None:
            raise ValueError("the design is not of full rank")
        rows[col], rows[pivot] = rows[pivot], rows[col]
        rows[col] = [v / rows[col][col] for v in rows[col]]
        for i in range(size):
            if i != col and rows[i][col] != 0:
                rows[i] = [v - rows[i][col] * w for v, w in zip(rows[i], rows[col])]
    return [row[-1] for row in rows]


def forecast_gain(x, y, lag, start):
    x = [float(v) for v in x]
    y = [float(v) for v in y]
    size = len(y)
    if len(x) != size:
        raise ValueError("lengths differ")
    if any(math.isnan(v) for v in x + y):
        raise ValueError("NaN")
    if lag < 1:
        raise ValueError("lag must be at least 1")
    if start - max(1, lag) < 4 or start >= size:
        raise ValueError("start too early or too late")
    x = [Fraction(v) for v in x]
    y = [Fraction(v) for v in y]
    gram = [[Fraction(0)] * 3 for _ in range(3)]
    moment = [Fraction(0)] * 3

    def row(t):
        return [Fraction(1), y[t - 1], x[t - lag]]

    def learn(s):
        r = row(s)
        for i in range(3):
            moment[i] += r[i] * y[s]
            for j in range(3):
                gram[i][j] += r[i] * r[j]

    for s in range(lag, start):
        learn(s)
    naive = leading = Fraction(0)
    for t in range(start, size):
        beta = _solve(gram, moment)
        forecast = sum(b * v for b, v in zip(beta, row(t)))
        naive += abs(y[t] - y[t - 1])
        leading += abs(y[t] - forecast)
        learn(t)
    steps = size - start
    return {"mae_naive": float(naive / steps), "mae_leading": float(leading / steps),
            "gain": float(1 - leading / naive) if naive else None}
