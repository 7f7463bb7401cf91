# You slide a window of n over one row of draws, so neighbouring means share all but one of their
# values. Each sample needs n draws of its own.
# rule: independent
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    draws = rng.choice(values, size=n + reps - 1)
    return np.lib.stride_tricks.sliding_window_view(draws, n).mean(axis=1)
