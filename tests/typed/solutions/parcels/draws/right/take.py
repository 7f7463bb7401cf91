# uniform numbers as positions, in a list
def draws(values, n, rng):
    return [values[int(u * len(values))] for u in rng.random(n)]
