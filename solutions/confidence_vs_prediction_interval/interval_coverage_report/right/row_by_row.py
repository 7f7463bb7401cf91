# One row after the other, with the earlier answer and both ends compared.
import numpy as np


def interval_coverage_report(samples, future, mu, level):
    if len(samples) == 0 or len(future) != len(samples):
        raise ValueError("rows")
    counts = np.zeros(3)
    for row, later in zip(samples, future):
        ends = mean_intervals(row, level)  # which checks row and level
        counts += [
            ends["ci_low"] - 1e-12 <= mu <= ends["ci_high"] + 1e-12,
            ends["ci_low"] - 1e-12 <= later <= ends["ci_high"] + 1e-12,
            ends["pi_low"] - 1e-12 <= later <= ends["pi_high"] + 1e-12,
        ]
    shares = counts / len(samples)
    return dict(ci_covers_mean=shares[0], ci_covers_future=shares[1], pi_covers_future=shares[2])
