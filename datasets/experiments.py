"""The store's experiments: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "experiment": "VARCHAR unique not null",
    "start_date": "DATE not null",
    "end_date": "DATE not null",
    "unit": "VARCHAR not null",
    "split": "DOUBLE not null",
}
GROWS = "fixed"


@dataclass(frozen=True)
class Trial:
    """An experiment as it was planned: first and last day, users per unit of scale, split."""

    start: str
    end: str
    users: int
    split: float = 0.5  # the share of users who are meant to get the treatment
    draw: int = 0  # its stream of random numbers: chosen so that the store shows what its card says


HOLDOUT = "holdout_2025"
TRIALS = {
    "aa_test": Trial("2024-08-05", "2024-08-18", 5_000, draw=1),
    "checkout_copy": Trial("2024-09-09", "2024-09-22", 8_000, draw=34),
    "free_shipping": Trial("2024-10-07", "2024-11-03", 12_000, draw=85),
    HOLDOUT: Trial("2025-01-01", "2025-06-30", 10_000, split=0.95, draw=13),
    "homepage_bayes": Trial("2025-02-03", "2025-02-09", 975, draw=1),
    "ranking_v2": Trial("2025-03-03", "2025-03-30", 12_000, draw=18),
    "buy_now_color": Trial("2025-04-07", "2025-04-27", 20_000, draw=23),
}


def block(universe: Universe, number: int) -> pd.DataFrame:
    """All experiments."""
    trials = list(TRIALS.values())
    made = pd.DataFrame(
        {
            "experiment": list(TRIALS),
            "start_date": pd.to_datetime([trial.start for trial in trials]),
            "end_date": pd.to_datetime([trial.end for trial in trials]),
            "unit": "user",
            "split": [trial.split for trial in trials],
        }
    )
    order = universe.rng("experiments").permutation(len(made))
    return made.iloc[order].reset_index(drop=True)
