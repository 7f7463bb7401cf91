def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("there must be values, and n and reps must be at least 1")

    # One row per sample. choice draws with replacement, so n may exceed len(values).
    return rng.choice(values, size=(reps, n)).mean(axis=1)
