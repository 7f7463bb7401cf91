# style: multinomial counts of each distinct value (never draws the rows themselves)
import numpy as np

def sampling_distribution(values, n, reps, rng):
    values = np.asarray(values, float)
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("empty or non-positive")
    distinct, freq = np.unique(values, return_counts=True)
    out = np.empty(reps)
    for start in range(0, reps, 500):
        k = min(500, reps - start)
        counts = rng.multinomial(n, freq / freq.sum(), size=k)
        out[start:start + k] = counts @ distinct / n
    return out
