# style: pandas groupby + scipy false_discovery_control
import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control

def bh_by_family(tests):
    out = tests[["experiment_id", "metric", "p_value"]].reset_index(drop=True)
    q = pd.Series(np.nan, index=out.index, dtype=float)
    seen = out[out["p_value"].notna()]
    for _, idx in seen.groupby("experiment_id").groups.items():
        q.loc[idx] = false_discovery_control(seen.loc[idx, "p_value"].to_numpy(float), method="bh")
    out["q_value"] = q
    out["significant"] = (q <= 0.05 + 1e-9).to_numpy(bool)
    return out
