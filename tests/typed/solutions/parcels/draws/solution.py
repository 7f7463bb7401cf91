def draws(values, n, rng):
    return rng.choice(values, n)
