# The theorem here is about means, and these are sums: n times too large, and spreading out with n
# instead of closing in. Divide by n.
# rule: means


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    return rng.choice(values, size=(reps, n)).sum(axis=1)
