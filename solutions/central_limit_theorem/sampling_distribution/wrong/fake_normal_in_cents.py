# You drew from a normal curve and rounded until the sums are whole cents. They still are no sums of
# your values: a mean of n values cannot lie outside them or between their steps. Draw real samples.
# rule: means
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    means = rng.normal(values.mean(), values.std() / np.sqrt(n), reps)
    return np.round(means * n * 100) / (n * 100)
