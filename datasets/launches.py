"""What was launched while holdout_2025 ran, and the lift that each launch was said to bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "feature": "VARCHAR unique not null",
    "launch_date": "DATE not null",
    "claimed_lift": "DOUBLE not null",
}
GROWS = "fixed"

# Feature: launch, claimed lift of the share of buyers. Their own tests are not in the store.
LAUNCHES = {
    "size_guide": ("2025-01-20", 0.030),
    "photo_reviews": ("2025-02-17", 0.021),
    "picks_email": ("2025-03-10", 0.012),
    "saved_carts": ("2025-04-14", 0.024),
    "one_tap_reorder": ("2025-05-12", 0.008),
}
EMAIL = "picks_email"  # the mailing list does not know who is held out


def block(universe: Universe, number: int) -> pd.DataFrame:
    """All launches."""
    dates, claims = zip(*LAUNCHES.values(), strict=True)
    made = pd.DataFrame(
        {"feature": list(LAUNCHES), "launch_date": pd.to_datetime(dates), "claimed_lift": claims}
    )
    order = universe.rng("launches").permutation(len(made))
    return made.iloc[order].reset_index(drop=True)
