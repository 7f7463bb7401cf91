"""Completion in ``%%sql`` cells: tables, columns, keywords."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from IPython.core.completer import SimpleCompletion

from grader.submission.notebook import sql_cell

if TYPE_CHECKING:
    from grader.notebook.session import Session

_KEYWORDS = [
    "SELECT",
    "FROM",
    "WHERE",
    "GROUP",
    "BY",
    "ORDER",
    "HAVING",
    "QUALIFY",
    "LIMIT",
    "WITH",
    "AS",
    "JOIN",
    "LEFT",
    "INNER",
    "USING",
    "ON",
    "AND",
    "OR",
    "NOT",
    "IN",
    "EXISTS",
    "BETWEEN",
    "IS",
    "NULL",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "DISTINCT",
    "COUNT",
    "SUM",
    "AVG",
    "MIN",
    "MAX",
    "FILTER",
    "OVER",
    "PARTITION",
    "ROWS",
    "RANGE",
    "UNION",
    "ALL",
    "INTERVAL",
    "DATE",
    "TIMESTAMP",
    "CAST",
    "COALESCE",
    "NULLIF",
    "ROW_NUMBER",
    "RANK",
    "DENSE_RANK",
    "LAG",
    "LEAD",
    "FIRST",
    "LAST",
    "DATE_TRUNC",
    "DATE_DIFF",
    "LOWER",
    "TRIM",
]


def complete_sql(session: Session, cell: str, token: str) -> dict[str, Any]:
    """Completions for the word being written, columns first; none outside a %%sql cell."""
    if not sql_cell(cell) or not session.open:
        return {"completions": []}
    columns = session.work.explorer.columns
    table, _, start = token.rpartition(".")
    names = _columns_of(table, cell, columns) if table else _every_name(columns)
    prefix = f"{table}." if table else ""
    fitting = dict.fromkeys(name for name in names if name.casefold().startswith(start.casefold()))
    return {
        "completions": [SimpleCompletion(prefix + name, type="sql") for name in fitting],
        "suppress": True,
    }


def _every_name(columns: Mapping[str, Sequence[str]]) -> list[str]:
    return [*columns, *chain.from_iterable(columns.values()), *_KEYWORDS]


def _columns_of(table: str, cell: str, columns: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The columns of a table, named by itself or by an alias that the cell gives it."""
    aliased = re.findall(rf"\b(\w+)\s+(?:AS\s+)?{re.escape(table)}\b", cell, re.IGNORECASE)
    return next((columns[name] for name in (table, *aliased) if name in columns), [])
