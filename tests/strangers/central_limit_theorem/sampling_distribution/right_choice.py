# style: rng.choice matrix, row means
import numpy as np

def sampling_distribution(values, n, reps, rng):
    values = np.asarray(values, float)
    if values.size == 0 or n < 1 or reps < 1:
        raise ValueError
    return rng.choice(values, size=(reps, n), replace=True).mean(axis=1)
