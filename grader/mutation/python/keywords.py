"""Options of pandas and numpy: joins, ranks, shifts, ends, axes, degrees of freedom."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.grouping import is_grouped
from grader.mutation.python.nodes import (
    altered,
    function_name,
    keyword_of,
    method_name,
    receiver,
    with_keyword,
)
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, say

_OPTIONS: dict[tuple[str, str], tuple[object, dict[object, str]]] = {
    # (method, keyword): what holds when it is not given, and what each value means
    ("merge", "how"): (
        "inner",
        {
            "inner": "only rows with a partner in both tables are kept",
            "left": "rows without a partner are kept as well",
            "right": "rows of the second table without a partner are kept as well",
            "outer": "rows of both tables without a partner are kept as well",
        },
    ),
    ("join", "how"): (
        "left",
        {
            "inner": "only rows with a partner in both tables are kept",
            "left": "all rows of the first table are kept, with or without a partner",
        },
    ),
    ("rank", "method"): (
        "average",
        {
            "average": "equal values share the average of their ranks",
            "min": "equal values share the best of their ranks, and the next ranks are skipped",
            "max": "equal values share the worst of their ranks",
            "first": "equal values get different ranks, in the order of the rows",
            "dense": "no rank is skipped after equal values",
        },
    ),
    ("searchsorted", "side"): (
        "left",
        {
            "left": "a place is looked for before equal values",
            "right": "a place is looked for after equal values",
        },
    ),
    ("merge_asof", "direction"): (
        "backward",
        {
            "backward": "the last one before is looked for",
            "forward": "the next one after is looked for",
            "nearest": "the nearest one is looked for, before or after",
        },
    ),
    ("merge_asof", "allow_exact_matches"): (
        True,
        {
            True: "one at exactly the same time counts",
            False: "one at exactly the same time does not count",
        },
    ),
    ("between", "inclusive"): (
        "both",
        {
            "both": "both ends count as inside",
            "left": "the upper end itself is left out",
            "right": "the lower end itself is left out",
            "neither": "both ends themselves are left out",
        },
    ),
    ("choice", "replace"): (
        True,
        {
            True: "the same one may be drawn again",
            False: "it is drawn without putting back, so that none comes twice",
        },
    ),
}
_NEVER = {("merge", "right"), ("rank", "max"), ("between", "neither"), ("merge", "outer")}
"""Values that nobody chooses by a slip."""


def option(node: ast.Call, site: Site) -> Iterator[Change]:
    """An option with another value; where it is not given, the value given that differs."""
    name = method_name(node) or function_name(node)
    for (method, keyword), (default, meanings) in _OPTIONS.items():
        if method != name or (method == "join" and _joins_texts(node, site)):
            continue
        given = keyword_of(node, keyword)
        now = given.value.value if given and isinstance(given.value, ast.Constant) else default
        for other, meaning in meanings.items():
            if other != now and now in meanings and (name, other) not in _NEVER:
                new = with_keyword(node, keyword, other)
                sentence = f"{meaning}, where it should be that {meanings[now]}"
                change = f"{name}: {keyword}={now!r} → {other!r}"
                yield Change("option changed", sentence, change, node, new)


def _joins_texts(node: ast.Call, site: Site) -> bool:
    """Whether it is a method of a text: ", ".join(words) is no join of tables."""
    return isinstance(receiver(node), ast.Constant) or not (
        site.facts.tables or site.imports("pandas")
    )


def shifted(node: ast.Call, site: Site) -> Iterator[Change]:
    """shift() -> shift(-1): the row after, not the row before; and the reverse."""
    match node:
        case ast.Call(func=ast.Attribute(attr="shift" | "diff"), args=[] | [ast.Constant(value=1)]):
            new = altered(node, args=[ast.UnaryOp(ast.USub(), ast.Constant(value=1))])
            sentence = "the next row is looked at, where the row before it is meant"
            change = f"{method_name(node)}() → {method_name(node)}(-1)"
            yield Change("shift", sentence, change, node, new)
        case ast.Call(
            func=ast.Attribute(attr="shift" | "diff"),
            args=[ast.UnaryOp(op=ast.USub(), operand=rows)],
        ):
            new = altered(node, args=[rows])
            sentence = "the row before is looked at, where the next row is meant"
            yield Change("shift", sentence, arrow(node, new), node, new)


def axis(node: ast.keyword, site: Site) -> Iterator[Change]:
    if node.arg != "axis" or not isinstance(node.value, ast.Constant):
        return
    along = {0: "down each column", 1: "across each row"}
    for now, other in ((0, 1), (1, 0)):
        if node.value.value == now:
            name = method_name(site.parent(node))
            verb = "added up" if name in ("sum", "cumsum") else "worked out"
            sentence = f"it is {verb} {along[other]} instead of {along[now]}"
            new = altered(node, value=ast.Constant(value=other))
            yield Change("axis", sentence, f"{name}: axis={now} → axis={other}", node, new)


def degrees_of_freedom(node: ast.Call, site: Site) -> Iterator[Change]:
    """ddof= of std and var. numpy divides by n, pandas by n - 1."""
    if method_name(node) not in ("std", "var", "sem"):
        return
    given = keyword_of(node, "ddof")
    of_numpy = function_name(node) != "" or not site.imports("pandas")
    default = 0 if of_numpy else 1
    now = given.value.value if given and isinstance(given.value, ast.Constant) else default
    if now not in (0, 1):
        return
    other = 0 if now else 1
    by = {0: "n", 1: "n - 1"}
    sentence = f"the squared deviations are divided by `{by[other]}` instead of `{by[1 - other]}`"
    new = with_keyword(node, "ddof", other)
    yield Change("ddof", sentence, f"{method_name(node)}: ddof={now} → ddof={other}", node, new)


def fill_dropped(node: ast.keyword, site: Site) -> Iterator[Change]:
    """reindex(..., fill_value=0) without the value."""
    call = site.parent(node)
    if (
        node.arg == "fill_value"
        and isinstance(node.value, ast.Constant)
        and method_name(call) != "shift"
    ):
        sentence = f"what is added for completeness stays missing instead of {node.value.value!s}"
        yield Change(
            "fill value", sentence, f"dropped: fill_value={node.value.value!r}", node, None
        )


def swapped_choice(node: ast.Call, site: Site) -> Iterator[Change]:
    """np.where(c, a, b) -> np.where(c, b, a)."""
    if function_name(node) in ("where", "subtract", "divide") and len(node.args) in (2, 3):
        *before, one, two = node.args
        new = altered(node, args=[*before, two, one])
        sentence = "the two values to choose from are exchanged"
        if not before:
            sentence = "the two numbers stand the wrong way round"
        yield Change("arguments swapped", sentence, arrow(node, new), node, new)


def default_sign(node: ast.Call, site: Site) -> Iterator[Change]:
    """x.where(c) -> x.mask(c): what should stay is blanked out, and the reverse."""
    match node:
        case ast.Call(func=ast.Attribute(attr="where" | "mask" as name)) if not function_name(node):
            if not is_grouped(receiver(node), site):
                other = "mask" if name == "where" else "where"
                new = altered(node, func=altered(node.func, attr=other))
                what = say(receiver(node), site) or "a value"
                sentence = (
                    f"{what} is blanked out exactly where it should stay, and stays elsewhere"
                )
                if len(node.args) > 1:
                    sentence = (
                        f"{what} is replaced exactly where it should stay, and stays elsewhere"
                    )
                yield Change(
                    "condition negated",
                    sentence,
                    arrow(node, new),
                    node,
                    new,
                )


OPERATORS: Operators = (
    (ast.Call, option),
    (ast.Call, shifted),
    (ast.keyword, axis),
    (ast.Call, degrees_of_freedom),
    (ast.keyword, fill_dropped),
    (ast.Call, swapped_choice),
    (ast.Call, default_sign),
)
