# pandas: ranks of the values, cumulative extremes along the sorted index, and alignment by index at the end.
import pandas as pd


def adjust_pvalues(p, method):
    every = pd.Series(p, dtype=float)
    known = every.dropna().sort_values()
    if not known.between(0, 1).all():
        raise ValueError("p-values lie between 0 and 1")
    m = len(known)
    match method:
        case "bonferroni":
            scaled = known * m
        case "holm":
            scaled = (known * (m + 1 - known.rank(method="first"))).cummax()
        case "bh" | "by":
            share = known.rank(method="max", pct=True)
            scaled = (known / share)[::-1].cummin()
            if method == "by":
                scaled = scaled * sum(1 / j for j in range(1, m + 1))
        case _:
            raise ValueError(method)
    return scaled.clip(upper=1).reindex(every.index).to_numpy()
