# 30 is folklore; the needed n grows with skewness squared. For a symmetric metric 30 is more than
# enough, and for revenue per user it can be too few by a factor of a thousand.
# rule: rule
import numpy as np


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    return 30
