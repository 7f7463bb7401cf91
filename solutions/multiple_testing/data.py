"""The lesson's table: the p-values of the store's A/A test, and of seven simulated experiments.

The A/A test (1) has one green metric. Planted: a new product page (2) that moves five of its forty
metrics, and the same page on four times as many customers (3); three dashboards with five effects
among twenty metrics (4, 5, 6), in two of which something was not measured; a button (7) that moves
nothing and has a p-value that a correction over all experiments lets through; a small test (8)
whose win such a correction takes away.
"""

import numpy as np
import pandas as pd
from scipy import stats

from grader import store

METRICS = [
    "sessions",
    "page_views",
    "product_views",
    "searches",
    "filters_used",
    "reviews_read",
    "photos_opened",
    "videos_played",
    "wishlist_adds",
    "cart_adds",
    "cart_removals",
    "checkouts_started",
    "coupons_tried",
    "emails_opened",
    "pushes_opened",
    "shares",
    "chats_started",
    "help_pages",
    "minutes_on_site",
    "active_days",
]
BY_SEGMENT = [f"{metric}, {segment}" for metric in METRICS for segment in ("new", "returning")]
NOT_MEASURED = {4: ["videos_played", "chats_started"], 6: ["videos_played"]}

NOTHING = np.array([])
EFFECTS = np.array([2.5, 3.0, 3.0, 3.5, 4.0])  # means of the z statistics
# Chosen so that the draws show what is planted. On the page (2) one of the four leads that BH finds
# is false, as happens in one list out of six.
SEEDS = {2: 168, 3: 3, 4: 2, 5: 3, 6: 4, 7: 42}


def tables():
    page = np.random.default_rng(SEEDS[2]).permutation(len(BY_SEGMENT))
    experiments = [
        _rows(1, METRICS, _aa_test()),
        _drawn(2, BY_SEGMENT, EFFECTS, page),
        _drawn(3, BY_SEGMENT, 2 * EFFECTS, page),
        *(_drawn(number, METRICS, EFFECTS) for number in (4, 5, 6)),
        _drawn(7, METRICS, NOTHING),
        _rows(8, ["orders", "returns"], [0.019, 0.47]),
    ]
    return {"tests": pd.concat(experiments).sample(frac=1, random_state=31, ignore_index=True)}


def _aa_test():
    """Welch's test of each metric between the two arms, which saw the same store."""
    users = store.frame("experiment_assignments").query("experiment == 'aa_test'")
    users = users.merge(store.frame("aa_metrics"), on="user_id")
    arms = [users.loc[users["variant"] == arm, METRICS] for arm in ("treatment", "control")]
    return stats.ttest_ind(*arms, equal_var=False).pvalue


def _drawn(number, metrics, effects, places=None):
    """Two-sided p-values of independent z statistics; the first `places` hold the effects."""
    rng = np.random.default_rng([number, SEEDS[number]])
    if places is None:
        places = rng.permutation(len(metrics))
    mean = np.zeros(len(metrics))
    mean[places[: len(effects)]] = effects
    p_values = 2 * stats.norm.sf(abs(rng.normal(mean)))
    p_values[np.isin(metrics, NOT_MEASURED.get(number, []))] = np.nan
    return _rows(number, metrics, p_values)


def _rows(number, metrics, p_values):
    rounded = [float(f"{p:.3g}") for p in p_values]  # as a dashboard shows them
    return pd.DataFrame({"experiment_id": number, "metric": metrics, "p_value": rounded})
