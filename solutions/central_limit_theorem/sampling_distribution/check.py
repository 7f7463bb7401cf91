"""What every right result has, and a wrong one hardly ever.

False alarms: less than one in a million checks of all cases. Most of what is asked is exact. Three
bounds leave something to chance: on the average of the means (6 standard errors), on their variance
(8) and on the correlation of neighbours (8). Chernoff's bound, evaluated for the
populations of these cases (ten seeds), puts the chance of the first below 6e-7 over all cases of a
check; against it the other two do not count, nor does the last (all means whole cents, asked only
where that has a chance below e^-28). In 21,000 trial runs of a right answer none failed, with
deviations up to 4.5 of 6, 3.9 of 8 and 4.0 of 8.

What no property can show: an answer that draws from a generator of its own, or twice the same samples.
"""

import numpy as np


def check(inputs, value):
    """The sentence that says what is wrong with the means, or None."""
    values, n, reps = inputs["values"], inputs["n"], inputs["reps"]
    if len(value) != reps:
        return f"It must return reps = {reps:,} means, one per sample; yours has {len(value):,}."
    try:
        means = np.array(value, dtype=float)
    except OverflowError:
        means = np.full(reps, np.inf)
    if not np.isfinite(means).all():
        return "A mean is NaN or infinite. All values are finite, so their means are too."

    complaint = impossible(values, n, means) or unlikely(values, n, means)
    if complaint and n > 1:
        if not (impossible(values, n, means / n) or unlikely(values, n, means / n)):
            return "These are sums of n values. The theorem here is about means: divide by n."
        if not (impossible(values, 1, means) or unlikely(values, 1, means)):
            return f"These are single draws. Each result must be the mean of {n} of them."
    return complaint


def impossible(values, n, means):
    """What no sample of n of the values can give."""
    cents = np.rint(values * 100)
    low, high = cents.min(), cents.max()
    sums = means * n * 100
    whole = np.rint(sums)

    odd = ~(np.abs(sums - whole) <= 1e-6)
    if odd.any():
        mean = means[odd][0]
        return (
            f"One of your means is {mean!s}. Times n = {n} that is {mean * n!s}, and not a whole number "
            "of cents: no n values of the sample add up to it. Draw real values, and do not round."
        )
    outside = (whole < n * low) | (whole > n * high)
    if outside.any():
        mean = means[outside][0]
        if low == high:
            return f"One of your means is {mean:.10g}, and all values are {low / 100:.10g}."
        return (
            f"One of your means is {mean:.10g}. All values lie from {low / 100:.10g} to "
            f"{high / 100:.10g}, so every mean does."
        )
    step = np.gcd.reduce((cents - low).astype(np.int64))
    between = (whole - n * low) % step != 0 if step else np.zeros(len(whole), dtype=bool)
    if n == 1:
        between |= ~np.isin(whole, cents)
    if between.any():
        return (
            f"One of your means is {means[between][0]:.10g}. No {n} of the values have that mean: "
            "draw real values, and do not round."
        )
    return None


def unlikely(values, n, means):
    """What chance does not explain: in a right answer it is ruled out but for one in a million."""
    reps, mu, variance = len(means), values.mean(), values.var()
    if values.min() == values.max():
        return None
    gap = abs(means.mean() - mu)
    if gap > 6 * np.sqrt(variance / (n * reps)):
        return (
            f"Your {reps:,} means average {means.mean():.6g}, the values {mu:.6g}. Chance does not "
            "explain such a gap: each sample must be drawn afresh, every value with the same chance."
        )

    kurtosis = ((values - mu) ** 4).mean() / variance**2 - 3
    room = 8 * np.sqrt((2 + max(kurtosis, 0) / n) / reps)
    ratio = means.var(ddof=1) / (variance / n)
    if abs(ratio - 1) > room:
        size = len(values)
        finite = (size - n) / (size - 1)
        if n <= size and abs(ratio - finite) <= room:
            return (
                f"The variance of your means is {ratio:.3g} times that of the values over n. So it is "
                "when a sample is drawn without replacement: it must be drawn with replacement."
            )
        return (
            f"The variance of your means is {ratio:.3g} times what it must be, that of the values "
            f"over n. (Is each result the mean of n = {n} values, drawn with replacement?)"
        )

    whole = np.rint(means * 100)
    if (np.abs(means * 100 - whole) <= 1e-6).all() and reps * chance_of_whole(values, n) < -28:
        return f"All your means are whole cents. Means of {n} values mostly are not: do not round them."

    neighbours = np.corrcoef(means[:-1], means[1:])[0, 1]
    in_order = (np.diff(means) >= 0).all() or (np.diff(means) <= 0).all()
    if abs(neighbours) > 8 / np.sqrt(reps) and not in_order:
        return (
            f"Neighbouring means resemble each other (correlation {neighbours:.2f}): they share draws. "
            "Each mean needs n draws of its own."
        )
    return None


def chance_of_whole(values, n):
    """The logarithm of the chance that n values add up to a multiple of n cents."""
    rest = np.bincount(np.rint(values * 100).astype(np.int64) % n, minlength=n) / len(values)
    # Of a sum of n the distribution over the rests is the n-fold convolution of that of one.
    share = (np.fft.fft(rest) ** n).mean().real
    return np.log(min(max(share, 1e-300), 1))
