# No matrix: one draw of every sample at a time, added up.
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) < 1 or n < 1 or reps < 1:
        raise ValueError("values, n, reps")
    total = np.zeros(reps)
    for _ in range(n):
        total += rng.choice(values, reps)
    return total / n
