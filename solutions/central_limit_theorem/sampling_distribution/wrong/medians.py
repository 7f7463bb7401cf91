# These are medians of the samples. They have a limit theorem too, with another centre and another
# spread. Asked for is the mean.
# rule: means
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    return np.median(rng.choice(values, size=(reps, n)), axis=1)
