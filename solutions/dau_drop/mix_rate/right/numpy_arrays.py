# style: numpy arrays over the sorted list of segments; one row per period, one column per segment
import numpy as np
import pandas as pd


def mix_rate(base_period, next_period):
    tables = [table.set_index("segment") for table in (base_period, next_period)]
    names = tables[0].index.union(tables[1].index)
    users, active = (
        np.array([table[name].reindex(names, fill_value=0) for table in tables], dtype=float)
        for name in ("users", "active")
    )
    w = users / users.sum(axis=1, keepdims=True)
    r = np.divide(active, users, out=np.zeros_like(users), where=users > 0)
    r = np.where(users > 0, r, r[::-1])
    overall = active.sum(axis=1) / users.sum(axis=1)
    mix = np.diff(w, axis=0)[0] * (r.mean(axis=0) - overall.mean())
    return pd.DataFrame(
        {
            "segment": names,
            "mix_effect": mix,
            "rate_effect": np.diff(r, axis=0)[0] * w.mean(axis=0),
        }
    )
