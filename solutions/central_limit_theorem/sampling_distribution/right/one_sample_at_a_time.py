# A list comprehension over the samples, each drawn by index.
def sampling_distribution(values, n, reps, rng):
    if not len(values) or n <= 0 or reps <= 0:
        raise ValueError("nothing to draw")
    size = len(values)
    return [values[rng.integers(0, size, n)].mean() for _ in range(reps)]
