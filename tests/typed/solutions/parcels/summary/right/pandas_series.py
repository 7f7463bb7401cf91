# pandas, with numpy's own numbers in the result
import pandas as pd


def summary(hours, kept, limit):
    if len(hours) != len(kept):
        raise ValueError("lengths differ")
    own = pd.Series(hours)[pd.Series(kept, dtype=bool)]
    mean = None if own.empty else own.mean()
    late = limit is not None and own.max() > limit
    return {"n": own.count(), "mean": mean, "verdict": "late" if late else "in time"}
