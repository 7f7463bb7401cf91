# slip: one long stream and a sliding window of n, so neighbouring samples share draws (not independent)
import numpy as np

def sampling_distribution(values, n, reps, rng):
    values = np.asarray(values, float)
    if values.size == 0 or n < 1 or reps < 1:
        raise ValueError
    stream = rng.choice(values, size=reps + n - 1)
    return np.lib.stride_tricks.sliding_window_view(stream, n).mean(axis=1)
