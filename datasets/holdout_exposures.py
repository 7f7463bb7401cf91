"""Who of holdout_2025 met which launched feature: one row per user and feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import timeline
from .crowd import crowd
from .experiment_assignments import Arms, arms
from .experiments import HOLDOUT
from .launches import EMAIL, LAUNCHES
from .shoppers import shoppers

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "user_id": "BIGINT not null",
    "feature": "VARCHAR not null",
    "exposed_ts": "TIMESTAMP not null",
}
GROWS = "people"

MEETS = 0.60  # of the users who meet anything meet each feature; at least one
TOO_EARLY = 0.05  # of the held-out users got the e-mail before they were assigned: not a leak
NAMES = np.array(list(LAUNCHES), dtype=object)
OUT_SINCE = np.array([timeline.day(launched) for launched, _ in LAUNCHES.values()])
END = timeline.DAYS * timeline.SECONDS


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The exposures of the users of block `number`."""
    users = arms(universe, number, HOLDOUT)
    rng = universe.rng("holdout_exposures", number)
    user, feature = _met(universe, number, users, rng)
    assigned = users.day * timeline.SECONDS + users.second
    out = OUT_SINCE * timeline.SECONDS
    since = np.maximum(assigned[user] + 1, out[feature])
    second = since + (rng.random(len(user)) * (END - since)).astype(np.int64)

    email = list(LAUNCHES).index(EMAIL)
    known = ~shoppers(universe, number, HOLDOUT).meets & ~users.treated & (assigned > out[email])
    early = np.flatnonzero(known & (rng.random(len(users)) < TOO_EARLY))
    before = out[email] + (rng.random(len(early)) * (assigned[early] - out[email])).astype(np.int64)

    order = rng.permutation(len(user) + len(early))
    person = users.person[np.append(user, early)]
    return pd.DataFrame(
        {
            "user_id": crowd(universe, number).user_id[person][order],
            "feature": NAMES[np.append(feature, np.full(len(early), email))][order],
            "exposed_ts": timeline.moment(0, np.append(second, before))[order],
        }
    )


def _met(
    universe: Universe, number: int, users: Arms, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """User and feature of every exposure. Held-out users are reached by the e-mail only."""
    n = len(users)
    sees = rng.random((n, len(LAUNCHES))) < MEETS
    sees[np.arange(n), rng.integers(0, len(LAUNCHES), n)] = True
    sees[~users.treated] = NAMES == EMAIL
    sees[~shoppers(universe, number, HOLDOUT).meets] = False
    return np.nonzero(sees)
