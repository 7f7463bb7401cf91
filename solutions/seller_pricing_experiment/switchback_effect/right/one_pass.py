# Plain Python: one pass over the sorted rows that opens a new list whenever a block starts.
from statistics import fmean, variance


def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in")
    blocks, last, start, is_first = [], None, None, True
    rows = sorted(zip(df["region"], df["hour"], df["treated"], df["revenue"], strict=True))
    for region, hour, treated, revenue in rows:
        if last and last[:2] == (region, hour):
            raise ValueError("the same hour twice")
        if last != (region, hour - 1, treated):
            is_first = last is None or last[0] != region
            start = hour
            blocks.append((treated, []))
        if is_first or hour - start >= burn_in:
            blocks[-1][1].append(revenue)
        last = region, hour, treated
    on = [fmean(values) for treated, values in blocks if treated and values]
    off = [fmean(values) for treated, values in blocks if not treated and values]
    if len(on) < 2 or len(off) < 2:
        raise ValueError("not enough blocks")
    return {
        "effect": fmean(on) - fmean(off),
        "se": (variance(on) / len(on) + variance(off) / len(off)) ** 0.5,
        "blocks_treated": len(on),
        "blocks_control": len(off),
    }
