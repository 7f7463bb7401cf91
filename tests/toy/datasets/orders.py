"""Twenty orders of the five customers."""

import pandas as pd

COLUMNS = {
    "order_id": "BIGINT unique not null",
    "customer_id": "BIGINT",
    "amount": "DOUBLE",
    "ordered_on": "DATE not null",
}
GROWS = "fixed"


def block(universe, number):
    rng = universe.rng("orders", number)
    return pd.DataFrame(
        {
            "order_id": range(1, 21),
            "customer_id": rng.integers(1, 5, 20),
            "amount": rng.integers(1, 90, 20) + 0.5,
            "ordered_on": pd.Timestamp("2025-06-01") + pd.to_timedelta(range(20), unit="D"),
        }
    )
