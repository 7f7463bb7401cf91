"""Twenty more things that were measured of the users of aa_test, an experiment without a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws
from .crowd import crowd
from .experiment_assignments import arms

if TYPE_CHECKING:
    from grader.store import Universe

# Mean of each metric per user. All are counts, and all go with how active a user is.
METRICS = {
    "sessions": 3.2,
    "page_views": 21.0,
    "product_views": 9.0,
    "searches": 4.5,
    "filters_used": 2.1,
    "reviews_read": 3.4,
    "photos_opened": 5.0,
    "videos_played": 0.6,
    "wishlist_adds": 0.5,
    "cart_adds": 1.3,
    "cart_removals": 0.4,
    "checkouts_started": 0.5,
    "coupons_tried": 0.3,
    "emails_opened": 1.2,
    "pushes_opened": 0.7,
    "shares": 0.2,
    "chats_started": 0.15,
    "help_pages": 0.35,
    "minutes_on_site": 18.0,
    "active_days": 2.4,
}
COLUMNS = {
    "user_id": "BIGINT unique not null",
    **dict.fromkeys(METRICS, "BIGINT not null"),
}
GROWS = "people"

EXPERIMENT = "aa_test"
# The stream of random numbers: one in which exactly one of the twenty is significant at .05, and
# no correction keeps it.
DRAW = 3
SIZE = 0.9  # of the negative binomials: how unequal users are
ACTIVITY = 0.5  # correlation of each metric's score with the user's activity


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The users of aa_test in block `number`."""
    users = arms(universe, number, EXPERIMENT)
    rng = universe.rng("aa_metrics", number, DRAW)
    n = len(users)
    active = draws.normal(rng.random(n))
    rows = {"user_id": crowd(universe, number).user_id[users.person]}
    for metric, mean in METRICS.items():
        score = ACTIVITY * active + (1 - ACTIVITY**2) ** 0.5 * draws.normal(rng.random(n))
        rows[metric] = draws.negative_binomial(_shares(score), SIZE, mean)
    order = rng.permutation(n)
    return pd.DataFrame(rows).iloc[order].reset_index(drop=True)


def _shares(scores: np.ndarray) -> np.ndarray:
    """The share of scores below each one: uniform numbers that are as dependent as the scores."""
    rank = np.empty(len(scores), dtype=np.int64)
    rank[np.argsort(scores, kind="stable")] = np.arange(len(scores))
    return (rank + 0.5) / len(scores)
