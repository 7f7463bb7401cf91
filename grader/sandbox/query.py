"""The gate for SQL answers: exactly one read-only query.

Statement types alone are not enough: ``WITH x AS (INSERT ... RETURNING ...) SELECT`` is typed SELECT
and writes, and so does ``SELECT * FROM enable_logging()``. So the parsed tree is walked, and only
reading nodes and functions that make rows are let through.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import duckdb

from grader.errors import RefusedAnswer

_READING_NODES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
# Of the others some read files, some run other SQL (query), some change the database for all that
# come after (enable_logging), some follow a pointer that they are given (pandas_scan).
_ROW_MAKERS = {
    "range",
    "generate_series",
    "unnest",
    "repeat",
    "repeat_row",
    "json_each",
    "json_tree",
}


def refuse_unless_query(sql: str) -> None:
    """Raise RefusedAnswer unless `sql` is exactly one query that only reads.

    A text DuckDB cannot parse is refused with DuckDB's message, which points at the line.
    """
    tables_read(sql)


@lru_cache(maxsize=4096)
def tables_read(sql: str) -> frozenset[str]:
    """The tables a query reads, in lower case, its own WITH apart. Refuses what is no query."""
    parser = _parser()
    try:
        statements = parser.extract_statements(sql)
    except duckdb.Error as error:
        raise RefusedAnswer(
            str(error).rstrip(), help="Mend the SQL at the place marked."
        ) from error
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
    for node in _values_of(tree, "type"):
        if isinstance(node, str) and node.endswith("_NODE") and node not in _READING_NODES:
            verb = node.removesuffix("_NODE").removesuffix("_QUERY")
            raise RefusedAnswer(
                f"An answer only reads: {verb} inside it would write.", help="Write one SELECT."
            )
    for name in _table_functions(tree):
        if name not in _ROW_MAKERS:
            raise RefusedAnswer(
                f"An answer reads the tables it is given and nothing else; {name}() is refused.",
                help="Name the tables in FROM.",
            )
    own = {entry["key"].casefold() for entry in _values_of(tree, "map") if "key" in entry}
    return frozenset(map(str.casefold, _values_of(tree, "table_name"))) - own


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """A database that only parses; opening one for every text would take longer than parsing."""
    return duckdb.connect(config={"enable_external_access": False, "threads": 1})


def _table_functions(tree: Any) -> list[str]:
    return [
        function["function_name"].casefold()
        for function in _values_of(tree, "function")
        if isinstance(function, dict) and "function_name" in function
    ]


def _values_of(tree: Any, key: str) -> Iterator[Any]:
    """Everything that stands under `key` anywhere in the tree; lists item by item."""
    if isinstance(tree, dict):
        if key in tree:
            yield from tree[key] if isinstance(tree[key], list) else [tree[key]]
        for branch in tree.values():
            yield from _values_of(branch, key)
    elif isinstance(tree, list):
        for branch in tree:
            yield from _values_of(branch, key)
