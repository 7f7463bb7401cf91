import statistics


def summary(hours, kept, limit):
    own = [h for h, k in zip(hours.tolist(), kept.tolist(), strict=True) if k]
    longest = max(own, default=0)
    return {
        "n": float(len(own)),
        "mean": statistics.fmean(own) if own else None,
        "verdict": "late" if limit is not None and longest > limit else "in time",
    }
