import pandas as pd


def exposure_table(users, edges):
    known = edges[edges["user_a"].isin(users["user_id"]) & edges["user_b"].isin(users["user_id"])]
    known = known[known["user_a"] != known["user_b"]]
    mirrored = known.rename(columns={"user_a": "user_b", "user_b": "user_a"})
    friends = pd.concat([known, mirrored]).drop_duplicates()

    is_treated = users.set_index("user_id")["treated"].astype("int64")
    treated_friends = friends["user_b"].map(is_treated).groupby(friends["user_a"])
    table = users.assign(
        neighbours=users["user_id"].map(treated_friends.size()).fillna(0),
        treated_neighbours=users["user_id"].map(treated_friends.sum()).fillna(0),
    )
    return table.assign(
        exposure=table["treated_neighbours"] / table["neighbours"]
    )  # 0 / 0: missing
