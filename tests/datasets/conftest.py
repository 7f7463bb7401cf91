"""The tables of the synthetic store, each made once per run, without touching .workbook/."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from grader import store
from grader.store import column_types
from grader.store.writing import arrow_block


class Tables:
    """The tables of one universe, made when they are first asked for: `tables["orders"]`."""

    def __init__(self, scale: float) -> None:
        self.universe = store.Universe(scale=scale)
        self._made: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            blocks = range(self.universe.blocks_of(name))
            arrow = pa.concat_tables([arrow_block(self.universe, name, n) for n in blocks])
            self._made[name] = column_types.to_pandas(arrow)
        return self._made[name].copy(deep=False)


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The store at scale 1: where the planted facts hold."""
    return Tables(1.0)


@pytest.fixture(scope="session")
def small() -> Tables:
    """The store at scale 0.1: one block with a share."""
    return Tables(0.1)


@pytest.fixture(scope="session")
def large() -> Tables:
    """The store at scale 4: several blocks."""
    return Tables(4.0)


@pytest.fixture(scope="session")
def sql(tables: Tables) -> Callable[..., pd.DataFrame]:
    """Runs a DuckDB query on tables of the store at scale 1: `sql("from orders", "orders")`."""
    con = duckdb.connect()
    known: set[str] = set()

    def run(query: str, *names: str) -> pd.DataFrame:
        for name in set(names) - known:
            con.register(f"{name}_frame", tables[name])
            types = {c: column_types.duckdb_type(text) for c, text in store.columns(name).items()}
            cast = ", ".join(f'CAST("{c}" AS {kind}) AS "{c}"' for c, kind in types.items())
            con.execute(f"CREATE VIEW {name} AS SELECT {cast} FROM {name}_frame")
            known.add(name)
        return con.execute(query).df()

    return run
