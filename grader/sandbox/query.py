"""The gate for SQL answers: exactly one read-only query.

Statement types alone are not enough: ``WITH x AS (INSERT ... RETURNING ...) SELECT`` is typed SELECT
and writes, so the parsed tree is walked and only reading nodes are let through.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import duckdb

from grader.errors import RefusedAnswer

_READING_NODES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}


@lru_cache(maxsize=4096)
def refuse_unless_query(sql: str) -> None:
    """Raise RefusedAnswer unless `sql` is exactly one query that only reads.

    A text DuckDB cannot parse is refused with DuckDB's message, which points at the line.
    """
    with duckdb.connect(config={"enable_external_access": False}) as parser:
        try:
            statements = parser.extract_statements(sql)
        except duckdb.Error as error:
            raise RefusedAnswer(str(error).rstrip(), help="Mend the SQL at the place marked.") from error
        if not statements:
            raise RefusedAnswer("There is no query here yet.", help="Write one SELECT.")
        if len(statements) > 1:
            raise RefusedAnswer(
                f"There are {len(statements)} statements; an answer is exactly one query.",
                help="Keep one SELECT; put its steps into WITH.",
            )
        kind = statements[0].type.name
        if kind == "MULTI":
            raise RefusedAnswer(
                "PIVOT without a list of values is more than one statement.",
                help="Write the columns as SUM(...) FILTER (WHERE ...), or PIVOT ... IN (...).",
            )
        if kind != "SELECT":
            raise RefusedAnswer(
                f"An answer only reads: {kind} is not a query.", help="Write one SELECT."
            )
        tree = json.loads(parser.execute("SELECT json_serialize_sql(?)", [sql]).fetchall()[0][0])
    if tree.get("error"):
        raise RefusedAnswer("This is not a plain query.", help="Write one SELECT.")
    for node in _node_types(tree):
        if node.endswith("_NODE") and node not in _READING_NODES:
            verb = node.removesuffix("_NODE").removesuffix("_QUERY")
            raise RefusedAnswer(f"An answer only reads: {verb} inside it would write.")


def _node_types(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        kind = tree.get("type")
        if isinstance(kind, str):
            yield kind
        for branch in tree.values():
            yield from _node_types(branch)
    elif isinstance(tree, list):
        for branch in tree:
            yield from _node_types(branch)
