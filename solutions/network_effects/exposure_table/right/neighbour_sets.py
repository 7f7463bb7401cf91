# style: a dictionary of sets, one loop over the edges
import pandas as pd


def exposure_table(users, edges):
    treated = dict(zip(users["user_id"], users["treated"], strict=True))
    friends = {user: set() for user in treated}
    for a, b in zip(edges["user_a"], edges["user_b"], strict=True):
        if a != b and a in friends and b in friends:
            friends[a].add(b)
            friends[b].add(a)
    rows = []
    for user, theirs in friends.items():
        hit = sum(bool(treated[friend]) for friend in theirs)
        rows.append(
            (user, treated[user], len(theirs), hit, hit / len(theirs) if theirs else None)
        )
    columns = ["user_id", "treated", "neighbours", "treated_neighbours", "exposure"]
    return pd.DataFrame(rows, columns=columns)
