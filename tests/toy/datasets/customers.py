"""Five customers."""

import pandas as pd

COLUMNS = {"customer_id": "BIGINT unique not null", "name": "VARCHAR"}
GROWS = "fixed"


def block(universe, number):
    return pd.DataFrame({"customer_id": [1, 2, 3, 4, 5], "name": ["Ada", "Ben", "Cy", "Di", None]})
