# slip: the alphabetical tie break compares the values only, not (dimension, value); differs: before u1 (v9, ZZ, android), u2 (v8, AA, ios), after only u2, tolerance 0 (country ZZ instead of app_version v9)
import pandas as pd

DIMS = ("app_version", "country", "platform")
PASSIVE = ("push_received", "background_sync")

def _rows(events, day):
    day = pd.Timestamp(day).normalize()
    out = []
    for t, name, uid, *vals in zip(events["event_time"], events["event_name"], events["user_id"],
                                   *(events[d] for d in DIMS)):
        if pd.Timestamp(t).normalize() != day or name in PASSIVE or pd.isna(uid):
            continue
        out.append((uid, tuple((d, "unknown" if pd.isna(v) else v) for d, v in zip(DIMS, vals))))
    return out

def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("tolerance")
    before, after = _rows(events, before_day), _rows(events, after_day)
    n0, n1 = len({u for u, _ in before}), len({u for u, _ in after})
    if n0 == 0 or (n1 - n0) / n0 >= -tolerance:
        return None
    cands = set()
    for _, k in before:
        for i in range(3):
            cands.add((k[i],))
            for j in range(i + 1, 3):
                cands.add((k[i], k[j]))
    best = None
    for c in cands:
        inside = lambda k: all(x in k for x in c)
        rest0 = {u for u, k in before if not inside(k)}
        if not rest0:
            continue
        rest1 = {u for u, k in after if not inside(k)}
        change = (len(rest1) - len(rest0)) / len(rest0)
        if change < -tolerance:
            continue
        s0 = len({u for u, k in before if inside(k)})
        s1 = len({u for u, k in after if inside(k)})
        key = (s0, len(c), tuple(str(v) for _, v in c), c)
        if best is None or key < best[0]:
            best = (key, {"segment": dict(c), "dau_before": s0, "dau_after": s1, "rest_change": change})
    return None if best is None else best[1]
