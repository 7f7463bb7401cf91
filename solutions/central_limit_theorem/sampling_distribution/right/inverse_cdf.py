# Uniform draws turned into values through the sorted values, summed and divided; sorted at the end.
import numpy as np


def sampling_distribution(
    values: np.ndarray, n: int, reps: int, rng: np.random.Generator
) -> np.ndarray:
    if values.size == 0:
        raise ValueError("values is empty")
    if min(n, reps) < 1:
        raise ValueError("n and reps must be positive")
    place = (rng.random((n, reps)) * values.size).astype(int)
    return np.sort(np.sort(values)[place].sum(axis=0) / n)
