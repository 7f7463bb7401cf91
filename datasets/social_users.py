"""The customers of social_graph, and the same experiment run on them in two designs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .social import COMMUNITIES, outcome, social

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "user_id": "BIGINT unique not null",
    "community": "BIGINT not null",
    "treated": "BOOLEAN not null",
    "outcome": "DOUBLE not null",
    "community_treated": "BOOLEAN not null",
    "community_outcome": "DOUBLE not null",
}
GROWS = "people"

DRAW = 6  # its stream of random numbers: chosen so that the store shows what the card says


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The users of block `number`."""
    them = social(universe, number)
    rng = universe.rng("social_users", number, DRAW)
    n, communities = len(them.user_id), them.community.max() + 1
    one_by_one = rng.permutation(n) % 2 == 0
    outcome_alone = outcome(them, one_by_one, rng)
    together = (rng.permutation(communities) % 2 == 0)[them.community]
    rows = pd.DataFrame(
        {
            "user_id": them.user_id,
            "community": them.community + 1 + COMMUNITIES * number,
            "treated": one_by_one,
            "outcome": outcome_alone.round(3),
            "community_treated": together,
            "community_outcome": outcome(them, together, rng).round(3),
        }
    )
    return rows.iloc[rng.permutation(n)].reset_index(drop=True)
