# chosen, then shuffled once more
def draws(values, n, rng):
    return rng.permutation(rng.choice(values, size=n, replace=True))
