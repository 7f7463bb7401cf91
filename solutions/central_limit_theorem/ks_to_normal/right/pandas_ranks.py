# pandas: the lowest and the highest rank among equals are the two ends of each jump.
import pandas as pd
from statistics import NormalDist


def ks_to_normal(z):
    z = pd.Series(z, dtype="float64")
    if z.empty or not z.between(-1e300, 1e300).all():
        raise ValueError("z")
    normal = z.map(NormalDist().cdf)
    below = (z.rank(method="min") - 1) / len(z)
    up_to = z.rank(method="max") / len(z)
    return max((up_to - normal).max(), (normal - below).max())
