# style: pandas: the parts of the variance from groupby and transform
import pandas as pd


def design_effect(y, cluster):
    values = pd.Series(y, dtype=float)
    by = values.groupby(cluster)
    sizes = by.size()
    n, g = len(values), len(sizes)
    if g < 2 or n <= g:
        raise ValueError("too few clusters, or nobody shares one")
    if values.nunique() == 1:
        return {"icc": 0.0, "design_effect": 1.0, "effective_n": n}
    own = by.transform("mean")
    msb = ((own - values.mean()) ** 2).sum() / (g - 1)
    msw = ((values - own) ** 2).sum() / (n - g)
    n0 = (n - (sizes**2).sum() / n) / (g - 1)
    icc = max(0.0, (msb - msw) / (msb + (n0 - 1) * msw))
    factor = 1 + (by.transform("size").mean() - 1) * icc
    return {"icc": icc, "design_effect": factor, "effective_n": n / factor}
