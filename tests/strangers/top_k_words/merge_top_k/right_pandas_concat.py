# pandas: concat, groupby, sort by two keys
import pandas as pd


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    pairs = pd.DataFrame([(w, n) for s in shards for w, n in s.items()], columns=["w", "n"]).astype(
        {"w": object, "n": "int64"}
    )
    t = pairs.groupby("w", sort=False)["n"].sum()
    t = t[t > 0].reset_index().sort_values(["n", "w"], ascending=[False, True]).head(k)
    return list(map(list, t.itertuples(index=False, name=None)))
