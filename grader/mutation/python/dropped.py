"""Steps left out: a method of a chain, a function around a value, a column of dropna."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.grouping import without_groups
from grader.mutation.python.nodes import (
    altered,
    function_name,
    keyword_of,
    method_name,
    receiver,
    texts,
    without,
)
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, quoted, say, shown

_METHODS = {
    "drop_duplicates": "repeated rows are not removed",
    "unique": "repeated values are not removed",
    "fillna": "missing values are not filled in",
    "sort_values": "the rows are not sorted",
    "sort_index": "the rows are not sorted",
    "normalize": "the time of day is not cut off",
    "lower": "capital letters are not turned into small ones",
    "upper": "small letters are not turned into capitals",
    "casefold": "capital and small letters are told apart",
    "strip": "spaces at both ends are not removed",
    "lstrip": "spaces at the beginning are not removed",
    "rstrip": "spaces at the end are not removed",
    "replace": "one text is not replaced by another",
    "abs": "the minus sign is kept where only the size of a number matters",
    "clip": "values are not held within their limits",
    "round": "the result is not rounded",
    "cumsum": "no running total is made",
    "cummax": "only the row itself counts, not those before it",
    "cummin": "only the row itself counts, not those before it",
    "shift": "the row itself is looked at, where the row before it is meant",
    "ffill": "gaps are not filled with the value before",
    "bfill": "gaps are not filled with the value after",
    "reindex": "what never occurs gets no row, and what is not asked for keeps its row",
    "where": "nothing is blanked out by a condition",
    "mask": "nothing is blanked out by a condition",
    "copy": "the input itself is changed instead of a copy",
    "head": "all rows are kept, not only the first",
    "tail": "all rows are kept, not only the last",
}

_FUNCTIONS = {
    "abs": "the minus sign is kept where only the size of a number matters",
    "absolute": "the minus sign is kept where only the size of a number matters",
    "round": "the result is not rounded",
    "set": "repeated values are not removed",
    "unique": "repeated values are not removed",
    "sqrt": "no square root is taken",
    "log": "no logarithm is taken",
    "log2": "no logarithm is taken",
    "log10": "no logarithm is taken",
    "log1p": "no logarithm is taken",
    "exp": "the exponential is not taken",
    "square": "nothing is squared",
    "floor": "the result is not cut down to a whole number",
    "ceil": "the result is not raised to a whole number",
    "sort": "the values are not sorted",
    "sorted": "the values are not sorted",
    "reversed": "the order is not reversed",
    "cumsum": "no running total is made",
    "diff": "no differences are taken",
}
_LIST_NEEDED = frozenset(("sorted", "set", "reversed"))
"""Without these a list stays, so that what comes after still finds one."""


def method(node: ast.Call, site: Site) -> Iterator[Change]:
    """x.m(...) -> x for the methods that mean something."""
    name = method_name(node)
    if not _METHODS.get(name) or function_name(node):
        return
    inner = without_groups(receiver(node)) or receiver(node)
    general = _METHODS[name]
    sentence = general
    what = say(inner, site)
    if name == "normalize" and what:
        sentence = f"the time of day is not cut off from {what}"
    elif name in ("lower", "strip", "fillna", "abs") and what.startswith("`"):
        sentence = f"in {what}, {general}"
    elif name == "sort_values" and (keys := texts(ast.walk(node.args[0])) if node.args else []):
        sentence = f"the rows are not ordered by {quoted(keys)}, but taken as they come"
    elif name == "replace" and len(node.args) >= 2:
        sentence = f"{shown(node.args[0], 20)} is not replaced by {shown(node.args[1], 20)}"
    elif name in ("where", "mask") and len(node.args) > 1:
        sentence = general = "nothing is replaced under a condition"
    elif name == "drop_duplicates" and (keys := texts(ast.walk(node.args[0])) if node.args else []):
        sentence = f"rows with the same {quoted(keys)} are all kept, where one of them should stay"
    yield Change("step dropped", sentence, f"dropped: .{_called(node)}", node, inner, general)


def missing_kept(node: ast.Call, site: Site) -> Iterator[Change]:
    """dropna(): the whole step, or one of its columns. Where nothing can be missing, it is no slip."""
    if method_name(node) != "dropna":
        return
    subset = _subset(node)
    columns = texts(ast.walk(subset)) if subset else []
    missing = [column for column in columns if _may_be_missing(column, node, site)]
    if missing or not columns:
        sentence = "rows with a missing value are kept"
        if columns:
            sentence = f"rows where {' or '.join(f'`{c}`' for c in columns)} is missing are kept"
            if any(column in site.own_columns for column in columns):
                sentence = "rows that have no value in a column that matters are kept"
        yield Change("step dropped", sentence, f"dropped: .{_called(node)}", node, receiver(node))
    if isinstance(subset, ast.List) and len(subset.elts) > 1:
        for number in range(len(subset.elts)):
            if columns[number] in missing:
                new = altered(subset, elts=without(subset.elts, number))
                sentence = f"rows where `{columns[number]}` is missing are kept"
                change = f"dropna: {columns[number]!r} dropped from {shown(subset)}"
                yield Change("subset dropped", sentence, change, subset, new)


def function(node: ast.Call, site: Site) -> Iterator[Change]:
    """f(x) -> x."""
    name = function_name(node)
    if name == "normalize" and len(node.args) == 2:
        sentence = f"the text is not brought to the normal form {shown(node.args[0])}"
        yield Change("step dropped", sentence, f"dropped: {shown(node, 90)}", node, node.args[1])
    elif name in _FUNCTIONS and node.args and not isinstance(node.args[0], ast.Starred):
        inner: ast.expr = node.args[0]
        if name in _LIST_NEEDED:
            inner = ast.Call(ast.Name("list", ast.Load()), [inner], [])
        yield Change("step dropped", _FUNCTIONS[name], f"dropped: {name}()", node, inner)


def once_per_group(node: ast.comprehension, site: Site) -> Iterator[Change]:
    """for group in groups for item in items(group): each item once per group."""
    parent = site.parent(node)
    generators = getattr(parent, "generators", [])
    if len(generators) > 1 and node is generators[-1] and isinstance(node.iter, ast.Call):
        new = ast.Call(ast.Name("set", ast.Load()), [node.iter], [])
        sentence = "what occurs several times in one and the same text or group counts once there"
        yield Change("counted once", sentence, arrow(node.iter, new), node.iter, new)


def set_made_list(node: ast.SetComp, site: Site) -> Iterator[Change]:
    """A set that is counted: without the set, repeated values count again."""
    if function_name(site.parent(node)) in ("len", "sorted", "sum", "list"):
        new = ast.ListComp(node.elt, node.generators)
        sentence = "repeated values are not removed"
        yield Change("step dropped", sentence, "{...} → [...]", node, new)


def _called(node: ast.Call) -> str:
    """The call of a method without what it is called on: "drop_duplicates(['a'])"."""
    bare = altered(node, func=ast.Name(method_name(node), ast.Load()))
    return shown(bare, 80)


def _subset(node: ast.Call) -> ast.expr | None:
    given = keyword_of(node, "subset")
    return given.value if given else None


def _may_be_missing(column: str, node: ast.Call, site: Site) -> bool:
    """Only of an input's columns it is known that they are never missing."""
    table = receiver(node)
    is_input = isinstance(table, ast.Name) and table.id in site.facts.tables
    return not is_input or column in site.facts.nullable


OPERATORS: Operators = (
    (ast.Call, method),
    (ast.Call, missing_kept),
    (ast.Call, function),
    (ast.SetComp, set_made_list),
    (ast.comprehension, once_per_group),
)
