"""The lesson's tables: the experiment ranking_v2 of the store, and judged searches that are simulated.

`judged` follows the law by which the store draws its mixed pages: 14 products match a search, judges
grade them 0 to 3, and a ranking orders them by grade plus noise, of which B has less.
"""

import numpy as np
import pandas as pd

from grader import store

SEED = 53
SEARCHES, CANDIDATES = 200, 14
GRADES = [0.46, 0.28, 0.17, 0.09]  # shares of the grades 0, 1, 2, 3
NOISE = {"place_a": 1.1, "place_b": 0.7}
EXPERIMENT = "ranking_v2"


def tables():
    return {
        "judged": _judged(),
        "impressions": store.frame("interleaved_results")[
            ["session_id", "position", "team", "clicks"]
        ],
        "search_days": _search_days(),
        "search_users": _search_users(),
    }


def _judged():
    rng = np.random.default_rng(SEED)
    grade = rng.choice(4, (SEARCHES, CANDIDATES), p=GRADES)
    rows = {
        "search_id": np.repeat(np.arange(1, SEARCHES + 1), CANDIDATES),
        "item": np.tile([f"p{n}" for n in range(1, CANDIDATES + 1)], SEARCHES),
        "relevance": grade.ravel(),
    }
    for place, noise in NOISE.items():
        score = grade + noise * rng.normal(size=grade.shape)
        rows[place] = (np.argsort(np.argsort(-score, axis=1), axis=1) + 1).ravel()
    return pd.DataFrame(rows)


def _assigned():
    rows = store.frame("experiment_assignments")
    rows = rows[rows["experiment"] == EXPERIMENT].set_index("user_id")
    return pd.DataFrame(
        {"treated": rows["variant"] == "treatment", "since": rows["assigned_ts"].dt.normalize()}
    )


def _search_days():
    rows = store.frame("search_days").join(_assigned(), on="user_id")
    rows["days_in_test"] = (rows["day"] - rows["since"]).dt.days
    return rows[["user_id", "treated", "days_in_test", "searches", "clicks"]]


def _search_users():
    """One row per user; whoever never searched has no searches."""
    metrics = store.frame("experiment_metrics")
    metrics = metrics[metrics["experiment"] == EXPERIMENT].set_index("user_id")
    users = _assigned()[["treated"]].join(metrics[["revenue_cents", "latency_ms"]])
    searched = store.frame("search_days").groupby("user_id")[["searches", "clicks"]].sum()
    users = users.join(searched).fillna({"searches": 0, "clicks": 0})
    users["revenue"] = users.pop("revenue_cents") / 100
    users = users.astype({"searches": "int64", "clicks": "int64"}).reset_index()
    return users[["user_id", "treated", "searches", "clicks", "revenue", "latency_ms"]]
