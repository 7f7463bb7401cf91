"""Friendships between customers: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .social import social

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {"user_id": "BIGINT not null", "friend_id": "BIGINT not null"}
GROWS = "people"


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The friendships of block `number`. The smaller id stands first."""
    them = social(universe, number)
    pairs = them.user_id[them.friends]
    order = universe.rng("social_graph", number).permutation(len(pairs))
    return pd.DataFrame(pairs[order], columns=list(COLUMNS))
