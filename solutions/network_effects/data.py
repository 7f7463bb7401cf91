"""The lesson's tables: the store's social_graph and social_users in the shape of the contract.

Planted here: the dirt of a friendship log. Either of two friends may stand first, some friendships
were written down twice (mostly once by each of the two), some rows lead from a user to the same
user, and some to accounts that were closed. Everything else is the store's.
"""

import numpy as np
import pandas as pd

from grader import store

SEED = 54
TWICE, TWICE_ALIKE = 0.06, 0.25  # of the friendships; of those, the same way round
LOOPS, CLOSED = 30, 120  # rows


def tables():
    people = store.frame("social_users")
    return {
        "users": people[["user_id", "treated"]].reset_index(drop=True),
        "edges": _edges(store.frame("social_graph"), people["user_id"].to_numpy()),
        "outcomes": people.rename(
            columns={"outcome": "spent", "community_outcome": "community_spent"}
        )[["user_id", "community", "treated", "spent", "community_treated", "community_spent"]],
    }


def _edges(graph, known):
    rng = np.random.default_rng(SEED)
    pairs = graph.to_numpy()
    pairs = _turned(pairs, rng.random(len(pairs)) < 0.5)
    again = pairs[rng.random(len(pairs)) < TWICE]
    again = _turned(again, rng.random(len(again)) >= TWICE_ALIKE)
    loops = np.repeat(rng.choice(known, LOOPS, replace=False)[:, None], 2, axis=1)
    closed = np.column_stack(
        [rng.choice(known, CLOSED), known.max() + rng.integers(1, 500, CLOSED)]
    )
    closed = _turned(closed, rng.random(CLOSED) < 0.5)
    rows = rng.permutation(np.concatenate([pairs, again, loops, closed]))
    return pd.DataFrame(rows, columns=["user_a", "user_b"])


def _turned(pairs, which):
    return np.where(which[:, None], pairs[:, ::-1], pairs)
