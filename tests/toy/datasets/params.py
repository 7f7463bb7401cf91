"""The last complete day."""

import pandas as pd

COLUMNS = {"as_of": "DATE not null"}
GROWS = "fixed"


def block(universe, number):
    return pd.DataFrame({"as_of": [pd.Timestamp("2025-06-30")]})
