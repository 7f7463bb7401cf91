"""Aggregates and other functions taken for one another: min and max, sum and mean, size and nunique."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.grouping import is_grouped
from grader.mutation.python.nodes import (
    altered,
    first_text,
    function_name,
    keyword_of,
    method_name,
    receiver,
)
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.swaps import COUNTS, MEANINGS, SWAPS
from grader.mutation.python.words import arrow, say

_BUILTIN = {"min": "max", "max": "min", "any": "all", "all": "any"}
_IN_AGG = frozenset(
    (
        "min",
        "max",
        "first",
        "last",
        "sum",
        "mean",
        "median",
        "count",
        "size",
        "nunique",
        "any",
        "all",
    )
)
_GROUPS_ONLY = frozenset(("size", "first", "last"))
"""Methods that a column has not, only groups have."""


def method(node: ast.Call, site: Site) -> Iterator[Change]:
    """x.min() -> x.max(), np.mean(x) -> np.median(x)."""
    name = method_name(node)
    for other in SWAPS.get(name, ()):
        if not _exists(node, name, other, site):
            continue
        new = altered(node, func=altered(node.func, attr=other))
        subject = say(receiver(node), site)
        yield Change(
            "function swapped", _taken(name, other, subject), f"{_dotted(node)}() → {other}()", node, new,
            _taken(name, other),
        )  # fmt: skip


def builtin(node: ast.Call, site: Site) -> Iterator[Change]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _BUILTIN:
            other = _BUILTIN[name]
            new = altered(node, func=ast.Name(other, ast.Load()))
            yield Change("function swapped", _taken(name, other), arrow(node, new), node, new)


def in_agg(node: ast.Constant, site: Site) -> Iterator[Change]:
    """The names of aggregates as texts: agg(pages=("page_url", "nunique")), agg(copies="size")."""
    if node.value not in _IN_AGG:
        return
    above = list(site.ancestors(node))[:4]
    if not any(method_name(parent) in ("agg", "aggregate", "transform") for parent in above):
        return
    parent = above[0]
    pair = parent.elts if isinstance(parent, ast.Tuple) else []
    if pair and pair[-1] is not node:
        return  # the column of that name
    column = first_text(pair[0]) if pair else _grouped_column(above, site)
    label = next((key.arg for key in above if isinstance(key, ast.keyword) and key.arg), "")
    for other in SWAPS[str(node.value)]:
        if "nunique" in (other, node.value) and column in site.facts.keys:
            continue
        if {other, node.value} == {"count", "size"} and column not in site.facts.nullable:
            continue
        new = ast.Constant(value=other)
        sentence = _taken(str(node.value), other)
        change = f"{label} = {node.value} → {other}" if label else f"agg {node.value} → {other}"
        yield Change(
            "function swapped", sentence, change, node, new, _taken(str(node.value), other)
        )


def _grouped_column(above: list[ast.AST], site: Site) -> str:
    """The column c of groupby(...)["c"].agg(...)."""
    for call in above:
        if isinstance(call, ast.Call) and method_name(call) in ("agg", "aggregate", "transform"):
            groups: ast.expr | None = receiver(call)
            if isinstance(groups, ast.Name):
                groups = site.meaning(groups.id)
            if isinstance(groups, ast.Subscript):
                return first_text(groups.slice)
    return ""


def whole_seconds(node: ast.Call, site: Site) -> Iterator[Change]:
    """.dt.total_seconds() -> .dt.seconds, which forgets the days."""
    match node:
        case ast.Call(func=ast.Attribute(value=inner, attr="total_seconds")):
            new = ast.Attribute(inner, "seconds", ast.Load())
            sentence = (
                "whole days are forgotten in a length of time: only what is left below a day counts"
            )
            yield Change("function swapped", sentence, "total_seconds() → .seconds", node, new)


def _exists(node: ast.Call, name: str, other: str, site: Site) -> bool:
    """Whether the other method is there too, and is no mere crash."""
    of_numpy = function_name(node) != ""
    of_pandas = site.imports("pandas") or bool(site.facts.tables)
    inner = receiver(node)
    if other in ("count", "nunique", "size") and (
        of_numpy or not of_pandas or keyword_of(node, "axis")
    ):
        return False
    if other == "median" and not of_numpy and not of_pandas:
        return False  # an array has no such method
    if name == "sum" and keyword_of(node, "axis"):
        return False
    if name == "size":
        return isinstance(inner, ast.Subscript)  # a whole table has no number of different values
    if name == "lower":  # the columns of pandas, too, can be folded, but nobody does
        return not (
            isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith(".str")
        )
    return other not in _GROUPS_ONLY or is_grouped(inner, site)


def _taken(name: str, other: str, subject: str = "") -> str:
    right, wrong = MEANINGS[name], MEANINGS[other]
    if (name, other) in COUNTS:
        return COUNTS[name, other].format(of=f" of {subject}" if subject else "")
    if name in ("head", "tail", "startswith", "endswith"):
        return f"{wrong} is looked at where {right} matters"
    if name in ("isalpha", "isalnum"):
        return f"{wrong} count where {right} should count"
    if name == "lower":
        return (
            "letters are folded (`casefold`), which changes more than turning them into small ones"
        )
    if name in ("any", "all"):
        return f"it is asked {wrong}, where it matters {right}"
    of = f" of {subject}" if subject and name not in ("size", "head", "ffill", "bfill") else ""
    return f"{wrong} is taken where {right}{of} belongs"


def _dotted(node: ast.Call) -> str:
    """The method with the one before it, so that an author knows which one is meant."""
    chained = receiver(node)
    before = method_name(chained)
    subscript = chained if isinstance(chained, ast.Subscript) else None
    where = f"{before}()" if before else ""
    if subscript is not None and isinstance(subscript.slice, ast.Constant):
        where = f"[{subscript.slice.value!r}]"
    elif isinstance(chained, ast.Name):
        where = chained.id
    return f"{where}.{method_name(node)}"


OPERATORS: Operators = (
    (ast.Call, method),
    (ast.Call, builtin),
    (ast.Constant, in_agg),
    (ast.Call, whole_seconds),
)
