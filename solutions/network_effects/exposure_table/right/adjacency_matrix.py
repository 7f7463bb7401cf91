# style: a 0/1 matrix of the known users, and one matrix product
import numpy as np
import pandas as pd


def exposure_table(users, edges):
    place = pd.Series(np.arange(len(users)), index=users["user_id"])
    known = edges[edges.isin(set(users["user_id"])).all(axis=1)]
    a, b = (place.reindex(known[end]).to_numpy(dtype=int) for end in ("user_a", "user_b"))
    friends = np.zeros((len(users), len(users)), dtype=int)
    friends[a, b] = friends[b, a] = 1
    np.fill_diagonal(friends, 0)
    n = friends.sum(axis=1)
    hit = friends @ users["treated"].to_numpy(dtype=int)
    return users.assign(
        neighbours=n,
        treated_neighbours=hit,
        exposure=np.divide(hit, n, out=np.full(len(n), np.nan), where=n > 0),
    )
