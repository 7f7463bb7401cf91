# You assumed the answer: these are draws from the normal curve that the theorem promises. Means of
# real samples are sums of real order values, and whether they look normal is the question.
# rule: means
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    return rng.normal(values.mean(), values.std() / np.sqrt(n), reps)
