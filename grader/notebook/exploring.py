"""Queries on the store's tables, for looking around: what a ``%%sql`` cell runs."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pandas as pd

from grader.bank.exercise import Exercise
from grader.report.grid import Grid, table_grid
from grader.report.html import grids_html, styled
from grader.report.show import count_rows
from grader.report.text import grids_text
from grader.sandbox.database import LOCKED
from grader.sandbox.query import refuse_unless_query
from grader.table import from_rows

_SHOWN_ROWS = 20


@dataclass(frozen=True)
class Result:
    """What a query gave, as a notebook shows it: the first rows, how many there are, the time."""

    grid: Grid
    caption: str

    def _repr_html_(self) -> str:
        return styled(
            f'<div class="wb-result">{grids_html([self.grid])}<i>{self.caption}</i></div>'
        )

    def __repr__(self) -> str:
        return f"{grids_text([self.grid])}\n{self.caption}"


class Explorer:
    """The store's tables in a DuckDB that reads nothing else."""

    def __init__(self, exercise: Exercise, tables: Mapping[str, pd.DataFrame]) -> None:
        self._connection = duckdb.connect(config={**LOCKED, "threads": 2, "memory_limit": "2GB"})
        for name, frame in tables.items():
            self._connection.register("frame", frame)
            self._connection.execute(f'CREATE TABLE "{name}" AS {_typed(exercise, name)}')
            self._connection.unregister("frame")
        self.columns = {name: list(frame.columns) for name, frame in tables.items()}

    def run(self, sql: str, name: str = "") -> Result:
        """Run a query; under a name, later queries may use it. Raises RefusedAnswer, duckdb.Error."""
        refuse_unless_query(sql)
        if name:
            self.forget(name)
        started = time.perf_counter()
        cursor = self._connection.execute(sql)
        columns = [column[0] for column in cursor.description]
        types = [str(column[1]) for column in cursor.description]
        first = from_rows(columns, cursor.fetchmany(_SHOWN_ROWS))
        more = _count_rest(cursor)
        milliseconds = (time.perf_counter() - started) * 1000
        if name:
            self._keep(name, sql, first.columns)
        count = count_rows(len(first.rows) + more)
        return Result(table_grid("", first, types, more), f"{count} · {milliseconds:,.0f} ms")

    def forget(self, name: str) -> None:
        """Drop a named query, if there is one."""
        self._connection.execute(f'DROP VIEW IF EXISTS "{name}"')
        self.columns.pop(name, None)

    def _keep(self, name: str, sql: str, columns: Sequence[str]) -> None:
        """Let later queries use this one by its name; some (DESCRIBE ...) cannot be used so."""
        with contextlib.suppress(duckdb.Error):
            self._connection.execute(f'CREATE VIEW "{name}" AS {sql}')
            self.columns[name] = list(columns)


def _count_rest(cursor: duckdb.DuckDBPyConnection) -> int:
    """How many rows are still to come, without holding them all."""
    return sum(map(len, iter(lambda: cursor.fetchmany(10_000), [])))


def _typed(exercise: Exercise, name: str) -> str:
    """The DataFrame with the contract's types: pandas knows no DATE, only midnights."""
    dates = [
        f'CAST("{column.name}" AS DATE) AS "{column.name}"'
        for column in (exercise.tables[name].columns if name in exercise.tables else ())
        if column.type == "DATE"
    ]
    replaced = f" REPLACE ({', '.join(dates)})" if dates else ""
    return f"SELECT *{replaced} FROM frame"


def short_message(error: duckdb.Error) -> str:
    """DuckDB's message without its lists of candidate functions, which can fill a screen."""
    text = re.sub(r"\n\s*Candidate functions:.*?(?=\n\s*\nLINE|\Z)", "", str(error), flags=re.S)
    return text.strip()
