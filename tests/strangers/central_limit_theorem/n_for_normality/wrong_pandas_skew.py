# slip: pandas .skew() is bias-corrected
import math
import pandas as pd
import numpy as np

def n_for_normality(values, cap):
    s = pd.Series(np.asarray(values, float))
    if s.empty or not np.isfinite(s).all():
        raise ValueError
    if cap is not None:
        s = s.clip(upper=cap)
    if s.nunique() == 1 or len(s) < 3:
        return 1
    need = 355 * s.skew() ** 2
    return max(1, math.ceil(need - 1e-9 * max(1, need)))
