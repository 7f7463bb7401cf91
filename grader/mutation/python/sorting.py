"""Order: direction, keys, the tie-break; which of several copies stays."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import (
    altered,
    function_name,
    keyword_of,
    method_name,
    with_keyword,
    without,
)
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, shown

_SORTS = frozenset(("sort_values", "sort_index", "rank"))


def direction(node: ast.Call, site: Site) -> Iterator[Change]:
    """ascending= turned round: as a whole, for each key, or given where it is not."""
    if method_name(node) not in _SORTS:
        return
    keys = _keys(node)
    flags = _flags(node, max(len(keys), 1))
    if flags is None:
        return
    whole = [not flag for flag in flags]
    options = (
        [whole]
        if len(flags) == 1
        else [[*flags[:n], not flags[n], *flags[n + 1 :]] for n in range(len(flags))]
    )
    if len(flags) > 1 and len(set(flags)) == 1:
        options.append(whole)
    for option in options:
        changed = [n for n in range(len(flags)) if option[n] != flags[n]]
        if len(keys) > 1 and all(_only_groups(keys, n, node, site) for n in changed):
            continue
        wrong, right = (
            ("ascending", "descending") if option[changed[0]] else ("descending", "ascending")
        )
        by = f" by {_by(keys, changed)}" if keys and method_name(node) == "sort_values" else ""
        what = "the ranks are given" if method_name(node) == "rank" else "the order is"
        sentence = f"{what} {wrong} instead of {right}{by}"
        value: object = option[0] if len(set(option)) == 1 else option
        new = _with_ascending(node, value)
        label = ", ".join(_name(keys[n]) for n in changed) if keys else method_name(node)
        yield Change(
            "order flipped", sentence, f"{method_name(node)} {label}: {right} → {wrong}", node, new
        )


def key_dropped(node: ast.Call, site: Site) -> Iterator[Change]:
    """sort_values(["a", "b"]) without one of its keys, and without its direction."""
    keys = _keys(node)
    if method_name(node) != "sort_values" or len(keys) < 2:
        return
    for number, key in enumerate(keys):
        if _only_groups(keys, number, node, site):
            continue
        rest = ast.List(without(keys, number), ast.Load())
        new = altered(node, args=[rest, *node.args[1:]] if node.args else node.args)
        if not node.args:
            new.keywords = [
                altered(keyword, value=rest) if keyword.arg == "by" else keyword
                for keyword in node.keywords
            ]
        flags = keyword_of(node, "ascending")
        if flags and isinstance(flags.value, ast.List):
            fewer = altered(flags.value, elts=without(flags.value.elts, number))
            new.keywords = [
                altered(keyword, value=fewer) if keyword is flags else keyword
                for keyword in new.keywords
            ]
        sentence = f"rows are not ordered by {_name(key)}"
        if number:
            sentence += f" where they agree in {_by(keys, range(number))}"
        yield Change("sort key dropped", sentence, f"sort_values: {_name(key)} dropped", node, new)


def kept_copy(node: ast.Call, site: Site) -> Iterator[Change]:
    """keep= of drop_duplicates and duplicated."""
    if method_name(node) not in ("drop_duplicates", "duplicated", "nlargest", "nsmallest"):
        return
    given = keyword_of(node, "keep")
    now = given.value.value if given and isinstance(given.value, ast.Constant) else "first"
    whole_rows = not node.args and not keyword_of(node, "subset")
    for other in ("first", "last", False):
        if other == now or (
            whole_rows and now and other and method_name(node) == "drop_duplicates"
        ):
            continue  # of equal rows it does not matter which one stays
        new = with_keyword(node, "keep", other)
        change = f"{method_name(node)}: keep={now!r} → keep={other!r}"
        yield Change("copy kept", _kept(method_name(node), now, other), change, node, new)


def reverse(node: ast.Call, site: Site) -> Iterator[Change]:
    """reverse=True dropped or added."""
    if function_name(node) not in ("sorted",) and method_name(node) != "sort":
        return
    given = keyword_of(node, "reverse")
    if given:
        sentence = "the order is ascending instead of descending: the smallest comes first"
        yield Change(
            "order flipped", sentence, f"dropped: reverse={shown(given.value)}", given, None
        )
    else:
        new = with_keyword(node, "reverse", True)
        sentence = "the whole order is turned round: what should come first comes last"
        yield Change("order flipped", sentence, f"{shown(node, 60)}: reverse=True added", node, new)


def sort_key(node: ast.Call, site: Site) -> Iterator[Change]:
    """key= of sorted, min and max: without it, or without a part of it."""
    given = keyword_of(node, "key")
    if not given or (function_name(node) or method_name(node)) not in (
        "sorted",
        "sort",
        "min",
        "max",
    ):
        return
    sentence = "the items are compared as they are, not by what should order them"
    yield Change(
        "sort key dropped", sentence, f"dropped: key={shown(given.value, 70)}", given, None
    )
    match given.value:
        case ast.Lambda(body=ast.Tuple(elts=parts)) if len(parts) > 1:
            for number, part in enumerate(parts):
                rest = without(parts, number)
                body = rest[0] if len(rest) == 1 else ast.Tuple(rest, ast.Load())
                new = altered(given.value, body=body)
                sentence = "the order has no tie-break: what should decide among equals is left out"
                if number == 0:
                    sentence = "the first and most important sort key is left out"
                yield Change(
                    "sort key dropped",
                    sentence,
                    f"sort key {shown(part)} dropped",
                    given.value,
                    new,
                )
            turned = altered(given.value, body=ast.Tuple(parts[::-1], ast.Load()))
            sentence = "the sort keys stand in the wrong order: the tie-break decides first"
            yield Change(
                "sort keys swapped", sentence, arrow(given.value, turned), given.value, turned
            )


def _kept(name: str, now: object, other: object) -> str:
    if now is False:
        return "one row of each group of copies is not counted among the copies"
    if other is False:
        return "of several copies none is kept, where one should stay"
    return f"of several copies the {other} one is kept, where the {now} one should stay"


def _only_groups(keys: list[ast.expr], number: int, node: ast.Call, site: Site) -> bool:
    """Whether a sort key only keeps groups together: it comes first, is grouped by later, and the
    sorted rows are not what is returned. Within a group it decides nothing."""
    leading = [key.value for key in keys[: number + 1] if isinstance(key, ast.Constant)]
    if len(leading) <= number or not site.grouping_columns.issuperset(map(str, leading)):
        return False
    statement = next((above for above in site.ancestors(node) if isinstance(above, ast.stmt)), None)
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name not in site.returned_names
    return False


def _keys(node: ast.Call) -> list[ast.expr]:
    """The sort keys, where they are written as a text or as a list."""
    if method_name(node) != "sort_values":
        return []
    by = keyword_of(node, "by")
    match node.args[0] if node.args else by.value if by else None:
        case ast.List(elts=keys):
            return keys
        case ast.Constant() as key:
            return [key]
    return []


def _flags(node: ast.Call, number: int) -> list[bool] | None:
    """The direction of each key; None when it cannot be read."""
    given = keyword_of(node, "ascending")
    match given.value if given else ast.Constant(value=True):
        case ast.Constant(value=bool(flag)):
            return [flag] * number
        case ast.List(elts=flags) if all(isinstance(flag, ast.Constant) for flag in flags):
            return [bool(flag.value) for flag in flags if isinstance(flag, ast.Constant)]
    return None


def _with_ascending(node: ast.Call, value: object) -> ast.Call:
    if not isinstance(value, list):
        return with_keyword(node, "ascending", value)
    flags = ast.List([ast.Constant(value=flag) for flag in value], ast.Load())
    others = [keyword for keyword in node.keywords if keyword.arg != "ascending"]
    return altered(node, keywords=[*others, ast.keyword("ascending", flags)])


def _by(keys: list[ast.expr], numbers: object) -> str:
    return " and ".join(_name(keys[number]) for number in numbers)  # type: ignore[attr-defined]


def _name(key: ast.expr) -> str:
    return f"`{key.value!s}`" if isinstance(key, ast.Constant) else f"`{shown(key)}`"


OPERATORS: Operators = (
    (ast.Call, direction),
    (ast.Call, key_dropped),
    (ast.Call, kept_copy),
    (ast.Call, reverse),
    (ast.Call, sort_key),
)
