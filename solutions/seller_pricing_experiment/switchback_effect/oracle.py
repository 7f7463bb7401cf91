import numpy as np
from scipy import stats


def switchback_effect(df, burn_in):
    """Region by region, hour by hour; then Welch's standard error of the block means."""
    if burn_in <= -1:
        raise ValueError("burn_in")
    hours = {}
    for region, hour, treated, revenue in df.itertuples(index=False):
        if hour in hours.setdefault(region, {}):
            raise ValueError("twice")
        hours[region][hour] = bool(treated), revenue
    arms = {True: [], False: []}
    for known in hours.values():
        first = min(known)
        for start in sorted(known):
            arm = known[start][0]
            if known.get(start - 1, (None,))[0] == arm:
                continue  # in the midst of a block
            block, hour = [], start
            while known.get(hour, (None,))[0] == arm:
                if start == first or hour >= start + burn_in:
                    block.append(known[hour][1])
                hour += 1
            if block:
                arms[arm].append(np.mean(block))
    on, off = arms[True], arms[False]
    if len(on) <= 1 or len(off) <= 1:
        raise ValueError("too few")
    return {
        "effect": np.mean(on) - np.mean(off),
        "se": float(np.hypot(stats.sem(on), stats.sem(off))),
        "blocks_treated": len(on),
        "blocks_control": len(off),
    }
