# You round the means to cents. The values are whole cents, but the mean of seven of them mostly is
# not. Round where a number is shown, not where it is computed.
# rule: means


def sampling_distribution(values, n, reps, rng):
    if len(values) == 0 or n < 1 or reps < 1:
        raise ValueError("values, n or reps")
    return rng.choice(values, size=(reps, n)).mean(axis=1).round(2)
