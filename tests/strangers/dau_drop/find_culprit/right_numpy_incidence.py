# style: integer codes and boolean masks in numpy, DataFrame of candidates sorted at the end
from itertools import combinations
import numpy as np
import pandas as pd

def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("tolerance must be >= 0")
    dims = ["app_version", "country", "platform"]
    ev = events.loc[events["user_id"].notna() & ~events["event_name"].isin(["push_received", "background_sync"])]
    day = ev["event_time"].dt.floor("D")
    is_b = (day == pd.Timestamp(before_day).floor("D")).to_numpy()
    is_a = (day == pd.Timestamp(after_day).floor("D")).to_numpy()
    uid, names = pd.factorize(ev["user_id"])
    m = len(names)

    def count(mask):
        return int(np.count_nonzero(np.bincount(uid[mask], minlength=m))) if m else 0

    tb, ta = count(is_b), count(is_a)
    if tb == 0 or (ta - tb) / tb >= -tolerance:
        return None
    vals = {d: ev[d].astype(object).where(ev[d].notna(), "unknown").to_numpy() for d in dims}
    singles = [(d, v) for d in dims for v in sorted(set(vals[d][is_b]))]
    cands = [[s] for s in singles] + [[s, t] for s, t in combinations(singles, 2) if s[0] != t[0]]
    found = []
    for c in cands:
        mask = np.logical_and.reduce([vals[d] == v for d, v in c])
        if not (mask & is_b).any():
            continue
        r0 = count(~mask & is_b)
        if r0 == 0:
            continue
        ch = (count(~mask & is_a) - r0) / r0
        if ch >= -tolerance:
            found.append((count(mask & is_b), len(c), c, count(mask & is_a), ch))
    if not found:
        return None
    found.sort(key=lambda f: f[:3])
    b, _, c, a, ch = found[0]
    return {"segment": dict(c), "dau_before": b, "dau_after": a, "rest_change": ch}
