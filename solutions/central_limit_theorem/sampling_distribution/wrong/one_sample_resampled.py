# You draw one sample and resample it ever after, as a bootstrap does. Its means gather around the
# mean of that one sample. The sampling distribution needs a fresh sample of the values each time.
# rule: independent


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    sample = rng.choice(values, size=n)
    return rng.choice(sample, size=(reps, n)).mean(axis=1)
