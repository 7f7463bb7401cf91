# A sample with replacement is a multinomial draw of how often each value comes.
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n and reps must not be empty or below 1")
    counts = rng.multinomial(n, np.full(len(values), 1 / len(values)), size=reps)
    return counts @ values / n
