# slip: rounds the means to cents, as money
import numpy as np

def sampling_distribution(values, n, reps, rng):
    values = np.asarray(values, float)
    if values.size == 0 or n < 1 or reps < 1:
        raise ValueError
    idx = rng.integers(0, len(values), size=(reps, n))
    return np.round(values[idx].mean(axis=1), 2)
