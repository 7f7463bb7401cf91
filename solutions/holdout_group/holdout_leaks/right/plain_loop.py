# style: dictionaries and sets, one loop over each table
import pandas as pd


def holdout_leaks(assignments, exposures):
    earliest = {}
    for user, moment, group in assignments.itertuples(index=False):
        if user not in earliest or moment < earliest[user][0]:
            earliest[user] = (moment, group)
    since = {user: moment for user, (moment, group) in earliest.items() if group == "holdout"}

    leaks = {}
    for user, feature, moment in exposures.itertuples(index=False):
        users = leaks.setdefault(feature, set())
        if user in since and moment >= since[user]:
            users.add(user)
    n = len(since)
    rows = [(f, n, len(users), len(users) / n if n else None) for f, users in leaks.items()]
    return pd.DataFrame(rows, columns=["feature", "holdout_users", "leaked_users", "leak_rate"])
