"""Syntax trees as DuckDB SQL: the program of a mutant, and the short pieces quoted in sentences."""

from __future__ import annotations

from typing import Any, ClassVar

import sqlglot
from sqlglot import exp
from sqlglot.generators.duckdb import DuckDBGenerator

_LONGEST_CHANGE = 110


def parse(text: str) -> exp.Expr:
    """The syntax tree of one query. Raises ValueError when there is none."""
    try:
        tree = sqlglot.parse_one(text, dialect="duckdb")
    except sqlglot.errors.SqlglotError as error:
        raise ValueError(f"This is no SQL: {error}") from error
    if not isinstance(tree, exp.Query):
        raise ValueError("This is not a query: it should be one SELECT, with or without WITH.")
    return tree


def pretty(tree: exp.Expr) -> str:
    """A whole program, without its comments."""
    return _Writer(dialect="duckdb", pretty=True, comments=False).generate(tree)


def flat(node: exp.Expr) -> str:
    """A piece of a program on one line."""
    return _Writer(dialect="duckdb", comments=False).generate(node)


def brief(node: exp.Expr, longest: int = 48) -> str:
    """A piece of a program on one line, its middle cut out where it is long."""
    return _cut(flat(node), longest)


def change(node: exp.Expr, new: exp.Expr) -> str:
    """ "before → after", in as much of the surroundings as makes it clear and stays short."""
    before, after = flat(node), flat(new)
    parent, root = node.parent, node
    while parent is not None and len(before) < 24 and not isinstance(parent, _CLAUSES):
        root, parent = parent, parent.parent
        index = _number(root, node)
        copy = root.copy()
        list(copy.walk())[index].replace(new.copy())
        if len(flat(root)) + len(flat(copy)) > _LONGEST_CHANGE - 3:
            break
        before, after = flat(root), flat(copy)
    half = (_LONGEST_CHANGE - 3) // 2
    return f"{_cut(before, half)} → {_cut(after, half)}"


def unqualified(node: exp.Expr) -> exp.Expr:
    """A copy whose columns stand without their tables and whose windows without OVER."""
    copy = node.copy()
    for column in list(copy.find_all(exp.Column)):
        column.set("table", None)
    for window in list(copy.find_all(exp.Window)):
        if window is not copy and not isinstance(window.parent, exp.Select):
            window.replace(window.this)
    return copy.this if isinstance(copy, exp.Paren | exp.Window) and copy.this else copy


def _number(root: exp.Expr, node: exp.Expr) -> int:
    return next(i for i, inner in enumerate(root.walk()) if inner is node)


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = longest * 2 // 3
    return f"{text[:head].rstrip()} … {text[-(longest - head - 3) :].lstrip()}"


# What a piece is shown without: the surroundings of a change end here.
_CLAUSES = (
    exp.Query,
    exp.Where,
    exp.Having,
    exp.Qualify,
    exp.Join,
    exp.Order,
    exp.Group,
    exp.Filter,
    exp.Connector,
    exp.CTE,
)

_TIGHT = (exp.Column, exp.Func, exp.Paren, exp.Literal, exp.Cast)


def _not(writer: Any, node: exp.Not) -> str:
    if isinstance(node.this, exp.Is) and isinstance(node.this.expression, exp.Null):
        return f"{writer.sql(node.this, 'this')} IS NOT NULL"
    if isinstance(node.this, exp.In | exp.Between | exp.Like):
        inner = writer.sql(node.this)
        operand = writer.sql(node.this, "this")
        return f"{operand} NOT{inner.removeprefix(operand)}"
    return writer.not_sql(node)


def _cast(writer: Any, node: exp.Cast) -> str:
    if isinstance(node.this, _TIGHT):
        return f"{writer.sql(node, 'this')}::{writer.sql(node, 'to')}"
    return f"CAST({writer.sql(node, 'this')} AS {writer.sql(node, 'to')})"


def _interval(writer: Any, node: exp.Interval) -> str:
    if isinstance(node.this, exp.Literal):
        return f"INTERVAL {node.this.name} {node.text('unit')}"
    return writer.interval_sql(node)


def _range(writer: Any, node: exp.GenerateSeries) -> str:
    is_plain = node.args.get("is_end_exclusive") and not node.args.get("step")
    if is_plain and node.args["start"] == exp.Literal.number(0):
        return f"RANGE({writer.sql(node, 'end')})"
    return DuckDBGenerator.TRANSFORMS[exp.GenerateSeries](writer, node)


class _Writer(DuckDBGenerator):
    """DuckDB SQL as the solutions are written.

    BOOL_OR needs no cast of its argument, which sqlglot adds where it does not know the type.
    """

    TRANSFORMS: ClassVar = {
        **DuckDBGenerator.TRANSFORMS,
        exp.Not: _not,
        exp.Cast: _cast,
        exp.Interval: _interval,
        exp.GenerateSeries: _range,
        exp.Filter: lambda writer, node: (
            f"{writer.sql(node, 'this')} FILTER (WHERE {writer.sql(node.expression, 'this')})"
        ),
        exp.LogicalOr: lambda writer, node: f"BOOL_OR({writer.sql(node, 'this')})",
        exp.LogicalAnd: lambda writer, node: f"BOOL_AND({writer.sql(node, 'this')})",
    }
