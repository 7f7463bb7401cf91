# pandas: one Series per shard, concat and groupby; lists with numpy integers as pairs.
import pandas as pd


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must be 0 or more")
    counts = [pd.Series(list(s.values()), index=list(s), dtype="int64") for s in [{}, *shards]]
    totals = pd.concat(counts).groupby(level=0).sum()
    totals = totals[totals > 0].rename_axis("word").reset_index(name="n")
    best = totals.sort_values(["n", "word"], ascending=[False, True]).head(k)
    return [[word, total] for word, total in zip(best["word"], best["n"].to_numpy())]
