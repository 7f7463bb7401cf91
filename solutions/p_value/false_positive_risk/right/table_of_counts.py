# A two-by-two table in numpy: rows are what is true, columns what the test says.
import numpy as np


def false_positive_risk(alpha, power, prior):
    if alpha <= 0 or alpha >= 1:
        raise ValueError("alpha")
    if power <= 0 or power > 1:
        raise ValueError("power")
    if prior < 0 or prior > 1:
        raise ValueError("prior")
    table = np.array([[1 - prior], [prior]]) * np.array([[alpha, 1 - alpha], [power, 1 - power]])
    significant = table[:, 0]
    return significant[0] / significant.sum()
