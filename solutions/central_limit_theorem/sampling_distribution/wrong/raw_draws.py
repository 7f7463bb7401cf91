# The theorem here is about means, and these are single draws: however many you take, they keep the
# shape of the values. Draw n values for each result, and return their mean.
# rule: means


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    return rng.choice(values, size=reps)
