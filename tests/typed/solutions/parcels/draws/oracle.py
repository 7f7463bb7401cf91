def draws(values, n, rng):
    return values[rng.integers(0, len(values), n)]
