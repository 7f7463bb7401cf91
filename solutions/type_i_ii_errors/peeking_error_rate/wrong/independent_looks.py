# You return 1 - (1 - alpha)^looks, as if the looks were independent. They share most of their data,
# so the rate is lower; count the crossings in the rows of `batch_sums`.
# rule: alarm
import numpy as np
from scipy.stats import norm


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    experiments, batches = batch_sums.shape
    if experiments < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError("no such program")
    if not looks or len(set(looks)) < len(looks) or min(looks) < 1 or max(looks) > batches:
        raise ValueError("looks")
    return 1 - (1 - alpha) ** len(looks)
