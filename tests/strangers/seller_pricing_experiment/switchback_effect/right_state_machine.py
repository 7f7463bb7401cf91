# style: sorted tuples, one walk that opens and closes blocks, statistics module
from math import sqrt
from statistics import fmean, variance

def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in must be >= 0")
    rows = sorted(zip(df["region"].tolist(), df["hour"].tolist(), df["treated"].tolist(), df["revenue"].tolist()))
    blocks = []          # [arm, is first of its region, start hour, kept revenues]
    last = None
    for region, hour, arm, revenue in rows:
        if last is not None and last[:2] == (region, hour):
            raise ValueError("duplicate (region, hour)")
        same_region = last is not None and last[0] == region
        if not (same_region and hour - last[1] == 1 and arm == last[2]):
            blocks.append([int(arm), not same_region, hour, []])
        b = blocks[-1]
        if b[1] or hour - b[2] >= burn_in:
            b[3].append(float(revenue))
        last = (region, hour, arm)
    means = {0: [], 1: []}
    for arm, _, _, kept in blocks:
        if kept:
            means[arm].append(fmean(kept))
    t, c = means[1], means[0]
    if len(t) < 2 or len(c) < 2:
        raise ValueError("each arm needs 2 blocks")
    return {"effect": fmean(t) - fmean(c), "se": sqrt(variance(t) / len(t) + variance(c) / len(c)),
            "blocks_treated": len(t), "blocks_control": len(c)}
