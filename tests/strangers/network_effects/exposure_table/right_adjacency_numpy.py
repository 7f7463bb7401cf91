# style: dense boolean adjacency matrix in numpy
import numpy as np
import pandas as pd


def exposure_table(users, edges):
    place = {int(u): i for i, u in enumerate(users["user_id"])}
    n = len(place)
    adj = np.zeros((n, n), dtype=bool)
    for a, b in zip(edges["user_a"], edges["user_b"]):
        if pd.isna(a) or pd.isna(b):
            continue
        i, j = place.get(int(a)), place.get(int(b))
        if i is not None and j is not None and i != j:
            adj[i, j] = adj[j, i] = True
    treated = users["treated"].to_numpy(dtype=bool)
    degree = adj.sum(axis=1).astype("int64")
    hit = adj[:, treated].sum(axis=1).astype("int64")
    share = np.full(n, np.nan)
    np.divide(hit, degree, out=share, where=degree > 0)
    return pd.DataFrame({"user_id": users["user_id"].to_numpy(), "treated": treated,
                         "neighbours": degree, "treated_neighbours": hit, "exposure": share})
