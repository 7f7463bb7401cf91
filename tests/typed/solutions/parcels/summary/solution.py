def summary(hours, kept, limit):
    if len(hours) != len(kept):
        raise ValueError("hours and kept differ in length")
    own = hours[kept]
    late = limit is not None and (own > limit).any()
    return {
        "n": len(own),
        "mean": own.mean() if len(own) else None,
        "verdict": "late" if late else "in time",
    }
