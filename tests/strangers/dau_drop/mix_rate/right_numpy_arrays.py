# style: aligned numpy arrays over the union of segments
import numpy as np
import pandas as pd

def mix_rate(base_period, next_period):
    seg = list(dict.fromkeys(list(base_period["segment"]) + list(next_period["segment"])))
    pos = {s: i for i, s in enumerate(seg)}
    U, A = np.zeros((2, len(seg))), np.zeros((2, len(seg)))
    for k, t in enumerate((base_period, next_period)):
        ix = [pos[s] for s in t["segment"]]
        U[k, ix] = t["users"].to_numpy(float)
        A[k, ix] = t["active"].to_numpy(float)
    W = U / U.sum(axis=1, keepdims=True)
    R = A.sum(axis=1) / U.sum(axis=1)
    r = np.divide(A, U, out=np.zeros_like(A), where=U > 0)
    r = np.where(U > 0, r, r[::-1])
    return pd.DataFrame({
        "segment": seg,
        "mix_effect": (W[1] - W[0]) * (r.mean(axis=0) - R.mean()),
        "rate_effect": (r[1] - r[0]) * W.mean(axis=0),
    })
