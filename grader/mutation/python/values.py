"""Numbers: one too small or too large, the wrong level, the wrong unit, the wrong start."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, function_name, method_name
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, shown, timedelta

_NOT_COUNTS = frozenset(
    ("axis", "ddof", "fill_value", "decimals", "seed", "random_state", "maxsplit", "periods")
)
"""Keywords whose numbers are no counts: other operators change them."""

_ROUND = 100
"""From here on nobody is out by one."""

_NOT_COUNTED_CALLS = frozenset(
    ("fillna", "get", "shift", "round", "default_rng", "clip", "where", "mask", "insert")
)
_UNITS = {"hours": "minutes", "minutes": "seconds", "seconds": "minutes"}
_LEVELS = {
    0.05: 0.025,
    0.025: 0.05,
    0.95: 0.975,
    0.975: 0.95,
    1.96: 1.645,
    1.645: 1.96,
    2.5: 5,
    97.5: 95,
}
_ALTERNATIVES = {
    "two-sided": ("greater", "less"),
    "greater": ("less", "two-sided"),
    "less": ("greater", "two-sided"),
}


def off_by_one(node: ast.Constant, site: Site) -> Iterator[Change]:
    value = node.value
    if not isinstance(value, int) or isinstance(value, bool) or not _is_count(node, site):
        return
    for step in _steps(node, site):
        new = ast.Constant(value=value + step)
        context = _context(node, site)
        sentence = f"`{value + step}` is taken where `{value}` belongs"
        if unit := _unit(node, site):
            sentence = f"a length of time is {value + step} {unit} where it should be {value}"
        before, after = shown(context), _shown_with(context, node, new)
        yield Change("off by one", sentence, f"{before} → {after}", node, new)


def level(node: ast.Constant, site: Site) -> Iterator[Change]:
    """Levels of tests and intervals: one tail for two, and the reverse."""
    if isinstance(node.value, float) and node.value in _LEVELS:
        other = _LEVELS[node.value]
        new = ast.Constant(value=other)
        sentence = f"`{other}` is taken where `{node.value}` belongs"
        yield Change("level", sentence, arrow(node, new), node, new)


def alternative(node: ast.Constant, site: Site) -> Iterator[Change]:
    if isinstance(node.value, str) and node.value in _ALTERNATIVES:
        for other in _ALTERNATIVES[node.value]:
            new = ast.Constant(value=other)
            sentence = (
                f"the test asks for the alternative `{other}`, where it should be `{node.value}`"
            )
            yield Change("alternative", sentence, arrow(node, new), node, new)


def time_unit(node: ast.keyword, site: Site) -> Iterator[Change]:
    """Timedelta(minutes=30) -> Timedelta(seconds=30)."""
    call = site.parent(node)
    if isinstance(call, ast.Call) and function_name(call) == "Timedelta" and node.arg in _UNITS:
        new = altered(node, arg=_UNITS[node.arg])
        wrong = altered(call, keywords=[new])
        sentence = f"a length of time is {timedelta(wrong)} where it should be {timedelta(call)}"
        yield Change("time unit", sentence, arrow(call, wrong), node, new)


def period_unit(node: ast.Call, site: Site) -> Iterator[Change]:
    """.dt.to_period("M").dt.to_timestamp(): cut to the quarter or the week instead of the month."""
    units = {
        "M": ("Q", "quarter", "month"),
        "W": ("M", "month", "week"),
        "D": ("M", "month", "day"),
    }
    match node:
        case ast.Call(func=ast.Attribute(attr="to_period"), args=[ast.Constant(value=str(unit))]):
            if unit in units and method_name(_above(node, site, 3)) == "to_timestamp":
                letter, wrong, right = units[unit]
                new = altered(node, args=[ast.Constant(value=letter)])
                sentence = f"dates are grouped by {wrong} instead of by {right}"
                yield Change(
                    "time unit", sentence, f'to_period("{unit}") → ("{letter}")', node, new
                )


def start_value(node: ast.Call, site: Site) -> Iterator[Change]:
    """d.get(key, 0) -> d.get(key, 1), and fillna(0) -> fillna(1)."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="get"), args=[key, ast.Constant(value=int(start))]
        ) if start in (0, 1):
            other = 1 - min(start, 1)
            new = altered(node, args=[key, ast.Constant(value=other)])
            sentence = f"counting starts at {other} where it should start at {start}"
            yield Change("start value", sentence, arrow(node, new), node, new)
        case ast.Call(func=ast.Attribute(attr="fillna"), args=[ast.Constant(value=int(start))]) if (
            not isinstance(start, bool)
        ):
            other = 1 - min(start, 1)
            new = altered(node, args=[ast.Constant(value=other)])
            sentence = f"missing values become {other} where they should become {start}"
            yield Change("fill value", sentence, f"fillna({start}) → fillna({other})", node, new)


def _is_count(node: ast.Constant, site: Site) -> bool:
    parent = site.parent(node)
    above = site.parent(parent) if parent else None
    match parent:
        case ast.keyword(arg=name) if name in _NOT_COUNTS:
            return False
        case ast.Dict() | ast.Tuple() | ast.List() | ast.Slice():
            return False
        case ast.Subscript() | ast.UnaryOp():
            return False
        case ast.Call() if method_name(parent) in _NOT_COUNTED_CALLS:
            return False
        case ast.Call() if function_name(parent) == "range" and isinstance(above, ast.Dict):
            return False
        case ast.BinOp(op=ast.Pow() | ast.Mult() | ast.Div()):
            return False
    if isinstance(parent, ast.arguments) and _parameter(parent, node) in _NOT_COUNTS:
        return False
    small = isinstance(node.value, int) and abs(node.value) < _ROUND
    return small and not any(isinstance(above, ast.Slice) for above in site.ancestors(node))


def _parameter(arguments: ast.arguments, default: ast.AST) -> str:
    """The parameter that has this default."""
    names = [argument.arg for argument in arguments.args][
        len(arguments.args) - len(arguments.defaults) :
    ]
    return next(
        (name for name, value in zip(names, arguments.defaults, strict=True) if value is default),
        "",
    )


def _steps(node: ast.Constant, site: Site) -> tuple[int, ...]:
    """One less and one more; at a boundary only the one that a wrong sign does not give as well."""
    match site.parent(node):
        case ast.Compare(ops=[op], comparators=[right]) if right is node:
            if isinstance(op, (ast.Lt, ast.GtE)):
                return (-1,)
            if isinstance(op, (ast.LtE, ast.Gt)):
                return (1,)
        case ast.Assign() if node.value == 0:
            return (1,)  # where counting starts
        case ast.BinOp() | ast.keyword() | ast.AugAssign() if node.value in (0, 1):
            return ()  # that it is forgotten is another slip, and nobody takes 2 for 1
    return (-1, 1)


def _context(node: ast.Constant, site: Site) -> ast.AST:
    """The expression around a number, so that an author knows which one it is."""
    parent = site.parent(node)
    if isinstance(parent, ast.keyword):
        parent = site.parent(parent)
    return parent if isinstance(parent, ast.expr) else node


def _shown_with(context: ast.AST, node: ast.Constant, new: ast.Constant) -> str:
    value, node.value = node.value, new.value
    try:
        return shown(context)
    finally:
        node.value = value


def _unit(node: ast.Constant, site: Site) -> str:
    """The unit of a number in a Timedelta: "days"."""
    match site.parent(node):
        case ast.keyword(arg=str(unit)) as keyword if (
            function_name(site.parent(keyword)) == "Timedelta"
        ):
            return unit
    return ""


def _above(node: ast.AST, site: Site, steps: int) -> ast.AST | None:
    current: ast.AST | None = node
    for _ in range(steps):
        current = site.parent(current) if current else None
    return current


OPERATORS: Operators = (
    (ast.Constant, off_by_one),
    (ast.Constant, level),
    (ast.Constant, alternative),
    (ast.keyword, time_unit),
    (ast.Call, period_unit),
    (ast.Call, start_value),
)
