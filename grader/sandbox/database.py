"""Run queries on the tables of a case, or of many cases at once, in one locked-down DuckDB."""

from __future__ import annotations

import contextlib
import math
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import duckdb
import pyarrow as pa

from grader.bank.exercise import Column, TableSpec
from grader.errors import RefusedAnswer
from grader.sandbox.query import tables_read
from grader.table import MAX_ROWS, NotATable, Table, from_cursor, from_rows

LOCKED = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "max_temp_directory_size": "0B",
    "memory_limit": "512MB",
    "threads": 1,
}
_ARROW = {
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
}
_KEPT_CASES = 512
_KEPT_BATCHES = 8


class Database:
    """The tables of many cases in one DuckDB, each case in a schema of its own.

    A case's tables are made on first use and kept: planning a query costs more than running it on a
    few rows, and making tables costs as much again.
    """

    def __init__(self, specs: Mapping[str, TableSpec]) -> None:
        self._specs = specs
        self._connection = duckdb.connect(config=LOCKED)
        # On a few rows, optimizing a plan costs more than running it; see also _fetch.
        self._connection.execute("SET TimeZone = 'UTC'; PRAGMA disable_optimizer")
        self._schemas: OrderedDict[int, tuple[str, Mapping[str, Any]]] = OrderedDict()
        self._batches: OrderedDict[tuple[int, ...], tuple[str, Sequence[Mapping[str, Any]]]] = (
            OrderedDict()
        )
        self._made = 0

    def query(
        self, sql: str, inputs: Mapping[str, Any], seconds: float, earlier: Mapping[str, str]
    ) -> Table:
        """The result of `sql` on the tables `inputs`, its rows in the order DuckDB gave them.

        `earlier` are queries that `sql` may use by name. Raises RefusedAnswer, NotATable and
        DuckDB's errors (InterruptException when `seconds` have passed).
        """
        views = self._views(sql, earlier)
        connection = self._connection
        connection.execute(f"SET schema = '{self._schema(inputs)}'")
        connection.execute(f"SET max_execution_time = {max(1, math.ceil(seconds * 1000))}")
        try:
            for name in views:
                self._make_view(name, earlier[name])
            return self._fetch(sql)
        finally:
            for name in reversed(views):
                connection.execute(f'DROP VIEW IF EXISTS temp."{name}"')

    def query_each(
        self,
        sql: str,
        batch: Sequence[Mapping[str, Any]],
        seconds: float,
        earlier: Mapping[str, str],
    ) -> list[Table]:
        """The results of `sql` on every one of `batch`, rows in no order, in one execution.

        Planning a query costs far more than running it on a few rows, so the cases stand in common
        tables, numbered, and the query runs inside a LATERAL that sees one number at a time. An
        error on one case is an error of the whole: then run them one by one.
        """
        views = self._views(sql, earlier)
        schema = self._batch_schema(batch)
        ctes = [
            f'"{name}" AS (SELECT * EXCLUDE (_case) FROM {schema}."{name}" WHERE _case = _n._case)'
            for name in batch[0]
        ]
        for name in views:
            ctes.append(f'"{name}" AS (\n{earlier[name].rstrip().rstrip(";")}\n)')
        self._connection.execute(f"SET max_execution_time = {max(1, math.ceil(seconds * 1000))}")
        cursor = self._connection.execute(
            f"SELECT _n._case, _x.* FROM range({len(batch)}) AS _n(_case), LATERAL ("
            f"WITH {', '.join(ctes)} SELECT * FROM (\n{sql.rstrip().rstrip(';')}\n) AS _y) AS _x"
        )
        columns = [column[0] for column in cursor.description][1:]
        found: list[list[Any]] = [[] for _ in batch]
        rows = cursor.fetchmany(MAX_ROWS + 1)
        if len(rows) > MAX_ROWS:
            raise NotATable("it has too many rows in all.")
        for row in rows:
            found[row[0]].append(row[1:])
        return [from_rows(columns, rows) for rows in found]

    def _fetch(self, sql: str) -> Table:
        """Run the query; one that fails is tried as DuckDB would run it by default."""
        try:
            return self._execute(sql)
        except (duckdb.InterruptException, duckdb.OutOfMemoryException):
            raise
        except duckdb.Error:
            self._connection.execute("PRAGMA enable_optimizer")
            try:
                return self._execute(sql)
            finally:
                self._connection.execute("PRAGMA disable_optimizer")

    def _execute(self, sql: str) -> Table:
        cursor = self._connection.execute(sql)
        return from_cursor([column[0] for column in cursor.description], cursor)

    def _views(self, sql: str, earlier: Mapping[str, str]) -> list[str]:
        """The earlier queries that `sql` uses, directly or through one another, in their order."""
        used: list[str] = []
        needed = set(tables_read(sql))
        for name in reversed(list(earlier)):
            if name.casefold() in needed:
                used.append(name)
                with _blaming(name):
                    needed |= tables_read(earlier[name])
        return used[::-1]

    def _make_view(self, name: str, sql: str) -> None:
        with _blaming(name):
            self._connection.execute(f'CREATE TEMP VIEW "{name}" AS {sql}')

    def _batch_schema(self, batch: Sequence[Mapping[str, Any]]) -> str:
        """The schema with the tables of all inputs in `batch`, numbered by the column _case."""
        key = tuple(map(id, batch))
        if key in self._batches:
            self._batches.move_to_end(key)
            return self._batches[key][0]
        self._made += 1
        schema = f"batch_{self._made}"
        self._connection.execute(f"CREATE SCHEMA {schema}")
        for name in batch[0]:
            spec = self._specs[name]
            numbered = TableSpec(name, (Column("_case", "BIGINT"), *spec.columns))
            rows = [(n, *row) for n, inputs in enumerate(batch) for row in inputs[name]]
            self._copy(schema, numbered, rows)
        self._batches[key] = (schema, batch)  # holds the inputs, so that their ids stay theirs
        if len(self._batches) > _KEPT_BATCHES:
            _, (oldest, _) = self._batches.popitem(last=False)
            self._connection.execute(f"DROP SCHEMA {oldest} CASCADE")
        return schema

    def _copy(self, schema: str, spec: TableSpec, rows: Sequence[Sequence[Any]]) -> None:
        """Make a table from Arrow columns: for many rows, a text of them takes longer."""
        cells = zip(*rows, strict=True) if rows else [()] * len(spec.columns)
        arrays = [
            pa.array(values, _ARROW[column.type])
            for column, values in zip(spec.columns, cells, strict=True)
        ]
        self._connection.register("_rows", pa.table(arrays, names=list(spec.names)))
        self._connection.execute(f'CREATE TABLE {schema}."{spec.name}" AS SELECT * FROM _rows')
        self._connection.unregister("_rows")

    def _schema(self, inputs: Mapping[str, Any]) -> str:
        kept = self._schemas.get(id(inputs))
        if kept:
            self._schemas.move_to_end(id(inputs))
            return kept[0]
        self._made += 1
        schema = f"case_{self._made}"
        self._connection.execute(
            f"CREATE SCHEMA {schema};"
            + "".join(
                _create(schema, spec, inputs[name])
                for name, spec in self._specs.items()
                if name in inputs
            )
        )
        self._schemas[id(inputs)] = (schema, inputs)
        if len(self._schemas) > _KEPT_CASES:
            _, (oldest, _) = self._schemas.popitem(last=False)
            self._connection.execute(f"DROP SCHEMA {oldest} CASCADE")
        return schema


@contextlib.contextmanager
def _blaming(name: str) -> Iterator[None]:
    """An error in the body is the fault of the earlier answer `name`, and says so."""
    try:
        yield
    except (RefusedAnswer, duckdb.Error) as fault:
        reason = fault.rationale if isinstance(fault, RefusedAnswer) else str(fault)
        raise RefusedAnswer(
            f"It uses {name}, which fails: {reason}", help=f"Mend {name} first."
        ) from fault


def _create(schema: str, spec: TableSpec, rows: Sequence[Sequence[Any]]) -> str:
    columns = ", ".join(f'"{column.name}" {column.type}' for column in spec.columns)
    table = f'{schema}."{spec.name}"'
    text = f"CREATE TABLE {table} ({columns});"
    if rows:
        values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
        text += f"INSERT INTO {table} VALUES {values};"
    return text


def _literal(cell: Any) -> str:
    if cell is None:
        return "NULL"
    if isinstance(cell, str):
        return "'" + cell.replace("'", "''") + "'"
    if isinstance(cell, datetime):
        return f"'{cell.isoformat(sep=' ')}'"
    # As a number, DuckDB would read a DECIMAL first and lose the last digit of some.
    return f"'{cell!r}'::DOUBLE" if isinstance(cell, float) else repr(cell)
