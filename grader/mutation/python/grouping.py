"""Groups: no groups at all, a key too few, rows without a key."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, keyword_of, method_name, texts, without
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import quoted, shown

_ALONG_ROWS = frozenset(
    ("diff", "shift", "cumsum", "cummax", "cummin", "ffill", "bfill", "rank", "pct_change")
)
"""Methods that a column has as well as a group of it."""

_KEYED = {
    "groupby": "the groups are made",
    "drop_duplicates": "repeated rows are recognised",
    "duplicated": "repeated rows are recognised",
    "merge": "the tables are joined",
}
_KEYWORDS = {
    "groupby": ("by",),
    "drop_duplicates": ("subset",),
    "duplicated": ("subset",),
    "merge": ("on",),
}
_FIRST_IS_KEYS = frozenset(("groupby", "drop_duplicates", "duplicated"))


def is_grouped(node: ast.AST, site: Site) -> bool:
    """Whether the expression is a groupby, a column of it, or a variable that holds one."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        return any(is_grouped(value, site) for value in site.assigned(node.id))
    return method_name(node) == "groupby"


def without_groups(node: ast.expr) -> ast.expr | None:
    """x.groupby(k)["c"] -> x["c"] and x.groupby(k) -> x; None where no groupby is written there."""
    match node:
        case ast.Subscript(
            value=ast.Call(func=ast.Attribute(attr="groupby", value=table)), slice=column
        ):
            return ast.Subscript(table, column, ast.Load())
        case ast.Call(func=ast.Attribute(attr="groupby", value=table)):
            return table
    return None


def ungrouped(node: ast.Call, site: Site) -> Iterator[Change]:
    """x.groupby(k)["c"].diff() -> x["c"].diff()."""
    if method_name(node) not in _ALONG_ROWS or not isinstance(node.func, ast.Attribute):
        return
    whole = without_groups(node.func.value)
    if whole is not None:
        new = altered(node, func=altered(node.func, value=whole))
        keys = _group_keys(node.func.value, site)
        each = f"each {quoted(keys)} for itself" if keys else "each group for itself"
        sentence = f"all rows are treated as one sequence, not {each}"
        change = f"dropped: groupby before {method_name(node)}()"
        yield Change("grouping dropped", sentence, change, node, new)


def key_dropped(node: ast.Call, site: Site) -> Iterator[Change]:
    """One key too few in groupby, drop_duplicates, duplicated, merge."""
    name = method_name(node)
    if name == "groupby" and _keys_are_shown(node, site):
        return  # the result would lose a column
    for argument, keys in _key_lists(node, name, site):
        for number, key in enumerate(keys.elts):
            if isinstance(key, ast.Constant) and len(keys.elts) > 1:
                new = altered(keys, elts=without(keys.elts, number))
                sentence = f"`{key.value!s}` is no part of the key by which {_KEYED[name]}"
                if len(new.elts) <= 2:
                    sentence += f": only {quoted(texts(new.elts))}"
                change = f"{name}: {key.value!r} dropped from {shown(keys)}"
                yield Change("key dropped", sentence, change, argument, new)


def missing_keys(node: ast.Call, site: Site) -> Iterator[Change]:
    """groupby(..., dropna=False) -> groupby(...), which leaves rows without a key out."""
    if method_name(node) in ("groupby", "value_counts"):
        given = keyword_of(node, "dropna")
        if given and isinstance(given.value, ast.Constant) and given.value.value is False:
            sentence = "rows in which one of the grouping columns is missing are left out"
            yield Change("dropna=False dropped", sentence, "dropped: dropna=False", given, None)


def _key_lists(node: ast.Call, name: str, site: Site) -> Iterator[tuple[ast.expr, ast.List]]:
    """The arguments that are lists of keys, each with its list: also where the list has a name."""
    given = node.args[:1] if name in _FIRST_IS_KEYS else []
    given = given + [key.value for key in node.keywords if key.arg in _KEYWORDS.get(name, ())]
    for argument in given:
        keys = site.meaning(argument.id) if isinstance(argument, ast.Name) else argument
        if isinstance(keys, ast.List):
            yield argument, keys


def _keys_are_shown(node: ast.Call, site: Site) -> bool:
    """Whether the keys become columns of a result."""
    resets = any(method_name(call) == "reset_index" for call in ast.walk(site.tree))
    return resets or keyword_of(node, "as_index") is not None


def _group_keys(node: ast.expr, site: Site) -> list[str]:
    """The columns by which an expression is grouped, as far as a learner knows them."""
    groups = node.value if isinstance(node, ast.Subscript) else node
    assert isinstance(groups, ast.Call)
    found: list[str] = []
    for argument in groups.args:
        meaning = site.meaning(argument.id) if isinstance(argument, ast.Name) else argument
        found += texts(ast.walk(meaning)) if meaning else []
    return [name for name in found if name not in site.own_columns]


OPERATORS: Operators = (
    (ast.Call, ungrouped),
    (ast.Call, key_dropped),
    (ast.Call, missing_keys),
)
