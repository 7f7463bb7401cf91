"""Completion in ``%%sql`` cells: tables, columns, keywords."""

from __future__ import annotations

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
    names = columns.get(table, []) if table else [*columns, *chain(*columns.values()), *_KEYWORDS]
    prefix = f"{table}." if table else ""
    fitting = dict.fromkeys(name for name in names if name.casefold().startswith(start.casefold()))
    return {
        "completions": [SimpleCompletion(prefix + name, type="sql") for name in fitting],
        "suppress": True,
    }
