# numpy.extract, and a conditional at the end
import numpy as np


def summary(hours, kept, limit):
    if hours.shape != kept.shape:
        raise ValueError("shapes differ")
    own = np.extract(kept, hours)
    verdict = "late" if limit is not None and np.any(own > limit) else "in time"
    return {"verdict": verdict, "n": own.size, "mean": np.mean(own) if own.size else None}
