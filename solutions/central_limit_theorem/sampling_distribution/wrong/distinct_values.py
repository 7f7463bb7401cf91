# You draw from the distinct values, so a value that half of the customers have is no more likely
# than one that a single customer has. Draw from the values as they are, repeats included.
# rule: replacement
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    return rng.choice(np.unique(values), size=(reps, n)).mean(axis=1)
