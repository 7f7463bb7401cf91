"""The store's accounts: one row per customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import timeline
from .people import people

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "customer_id": "BIGINT unique not null",
    "signup_ts": "TIMESTAMP",
    "country": "VARCHAR not null",
    "channel": "VARCHAR not null",
    "home_device": "VARCHAR not null",
}
GROWS = "people"


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The customers of block `number`."""
    them = people(universe, number)
    signup = timeline.moment(them.signup_day, them.signup_second)
    signup[them.legacy] = np.datetime64("NaT")
    order = universe.rng("customers", number).permutation(len(them))
    return pd.DataFrame(
        {
            "customer_id": them.customer_id[order],
            "signup_ts": signup[order],
            "country": them.country[order],
            "channel": them.channel[order],
            "home_device": them.device[order],
        }
    )
