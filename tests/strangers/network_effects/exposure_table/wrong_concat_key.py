# slip: edges are deduplicated by the two ids glued together, so 1-112 and 11-12 collide (users 1, 11, 12, 112; edges (1,112), (11,12))
import pandas as pd


def exposure_table(users, edges):
    known = {int(u): bool(t) for u, t in zip(users["user_id"], users["treated"])}
    seen = set()
    neighbours = dict.fromkeys(known, 0)
    treated_neighbours = dict.fromkeys(known, 0)
    for a, b in zip(edges["user_a"], edges["user_b"]):
        if pd.isna(a) or pd.isna(b):
            continue
        a, b = int(a), int(b)
        if a == b or a not in known or b not in known:
            continue
        key = f"{min(a, b)}{max(a, b)}"
        if key in seen:
            continue
        seen.add(key)
        for me, other in ((a, b), (b, a)):
            neighbours[me] += 1
            treated_neighbours[me] += known[other]
    rows = [(u, t, neighbours[u], treated_neighbours[u],
             treated_neighbours[u] / neighbours[u] if neighbours[u] else None)
            for u, t in known.items()]
    return pd.DataFrame(rows, columns=["user_id", "treated", "neighbours",
                                       "treated_neighbours", "exposure"])
