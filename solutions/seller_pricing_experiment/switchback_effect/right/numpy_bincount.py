# numpy: sort once, mark the starts, and let bincount add up the blocks.
import numpy as np


def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in")
    if not len(df):
        raise ValueError("nothing to compare")
    region = np.unique(df["region"].to_numpy(), return_inverse=True)[1]
    order = np.lexsort((df["hour"], region))
    region = region[order]
    hour, treated, revenue = (df[c].to_numpy()[order] for c in ("hour", "treated", "revenue"))
    new_region = np.diff(region) > 0
    if (~new_region & (np.diff(hour) == 0)).any():
        raise ValueError("duplicates")
    new_block = new_region | (np.diff(hour) != 1) | (np.diff(treated.astype(int)) != 0)
    starts = np.flatnonzero(np.append(True, new_block))
    block = np.append(0, new_block.cumsum())
    exempt = np.append(True, new_region)[starts]
    keep = exempt[block] | (hour - hour[starts][block] >= burn_in)
    n = np.bincount(block[keep], minlength=len(starts))
    total = np.bincount(block[keep], revenue[keep], minlength=len(starts))
    on = (total / np.maximum(n, 1))[(n > 0) & treated[starts]]
    off = (total / np.maximum(n, 1))[(n > 0) & ~treated[starts]]
    if len(on) < 2 or len(off) < 2:
        raise ValueError("blocks")
    return {
        "effect": on.mean() - off.mean(),
        "se": np.sqrt(on.var(ddof=1) / len(on) + off.var(ddof=1) / len(off)),
        "blocks_treated": len(on),
        "blocks_control": len(off),
    }
