# slip: a user without neighbours gets NULL instead of 0 in both counts (users 1, 2, 3, edge (1,2))
import pandas as pd


def exposure_table(users, edges):
    ids = set(users["user_id"])
    pairs = edges[["user_a", "user_b"]].dropna()
    pairs = pairs[pairs["user_a"].isin(ids) & pairs["user_b"].isin(ids)
                  & (pairs["user_a"] != pairs["user_b"])].astype("int64")
    both = pd.concat([pairs.rename(columns={"user_a": "user_id", "user_b": "friend"}),
                      pairs.rename(columns={"user_b": "user_id", "user_a": "friend"})])
    both = both[["user_id", "friend"]].drop_duplicates()
    friends = users.rename(columns={"user_id": "friend", "treated": "friend_treated"})
    both = both.merge(friends[["friend", "friend_treated"]], on="friend")
    both["friend_treated"] = both["friend_treated"].astype("int64")
    counts = both.groupby("user_id", as_index=False).agg(
        neighbours=("friend", "size"), treated_neighbours=("friend_treated", "sum"))
    out = users[["user_id", "treated"]].merge(counts, on="user_id", how="left")
    out["exposure"] = out["treated_neighbours"].astype(float) / out["neighbours"].astype(float)
    return out
