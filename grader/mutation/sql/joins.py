"""Slips in joins: the kind of join, its conditions, a column taken from the wrong side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlglot import exp

from grader.mutation.sql.draft import Draft, drop, swap
from grader.mutation.sql.render import brief, unqualified
from grader.mutation.sql.scope import Program, conjuncts

_KINDS = {
    "LEFT": {
        "": "rows without a partner are lost: the join keeps only rows that match on both sides",
        "FULL": "unmatched rows of the second side show up too (FULL JOIN for LEFT JOIN)",
    },
    "": {"LEFT": "rows without a partner stay: the join keeps every row of the first side"},
    "FULL": {
        "LEFT": "rows that only the second side has are lost (LEFT JOIN for FULL JOIN)",
        "RIGHT": "rows that only the first side has are lost (RIGHT JOIN for FULL JOIN)",
        "": "rows without a partner are lost: the join keeps only rows that match on both sides",
    },
}


def kind(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """LEFT for INNER and the like, where a later condition does not undo it."""
    if (
        not isinstance(node, exp.Join)
        or not _has_keys(node)
        or node.this.name in program.facts.single_row
    ):
        return
    for side, sentence in _KINDS.get(node.side, {}).items():
        if node.side == "" and side == "LEFT" and _undone(node, program):
            continue
        new = node.copy()
        new.set("side", side or None)
        yield swap(
            "join kind",
            node,
            new,
            sentence,
            change=f"{node.side or 'INNER'} JOIN → {side or 'INNER'} JOIN: {brief(node, 70)}",
        )


def on_to_where(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A condition of an outer join asked afterwards, when the unmatched rows fail it."""
    if not isinstance(node, exp.Join) or node.side != "LEFT" or not node.args.get("on"):
        return
    select = node.parent
    conditions = list(conjuncts(node.args["on"]))
    if not isinstance(select, exp.Select) or len(conditions) < 2:
        return
    place = select.args["joins"].index(node)
    for number, condition in enumerate(conditions):
        new = select.copy()
        rest = [other.copy() for i, other in enumerate(conditions) if i != number]
        new.args["joins"][place].set("on", exp.and_(*rest, wrap=False))
        new = new.where(condition.copy(), copy=False)
        what = program.quote(condition, "one of the join's conditions")
        if isinstance(condition, exp.EQ) and _same_name(condition):
            what = f"whether {program.quote(condition.this, 'the key')} agrees"
        yield swap(
            "ON moved to WHERE",
            select,
            new,
            f"rows without a partner are lost: {what} is asked after the join instead of in it",
            change=f"ON → WHERE: {brief(condition, 90)}",
        )


def key_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """One of several USING columns forgotten; the conditions of ON are dropped like all others."""
    if not isinstance(node, exp.Join):
        return
    keys = node.args.get("using") or []
    for key in keys if len(keys) > 1 else []:
        yield drop(
            "join key dropped",
            key,
            f"rows are matched although their `{key.name}` differs",
            f"USING key dropped: {key.name}",
        )


def wrong_side(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """The column of the same name from another table of the join, in all clauses of one SELECT."""
    if not isinstance(node, exp.Select) or not node.args.get("joins"):
        return
    sources = program.sources(node)
    own = _own_columns(node, exp.Join, exp.Where)
    for column in _distinct(own):
        for alias, source in sources.items():
            if alias == column.table or column.name not in program.columns(source):
                continue
            if _same_anyway(node, column, alias):
                continue
            new = exp.column(column.name, table=alias)
            missing = ", where it may be missing" if source in program.optional(node) else ""
            yield Draft(
                "wrong side of the join",
                f"`{column.name}` is taken from the wrong side of a join{missing}",
                tuple((use, new) for use in own if use == column),
                f"{column.sql()} → {new.sql()} in SELECT {brief(node.expressions[0], 40)} …",
            )


def wrong_column(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Another column of the same kind from the same table, in a comparison or a calculation."""
    if not isinstance(node, exp.Column) or not _is_used(node):
        return
    source = program.source_of(node)
    if source is None or (not program.cte_of(source) and source.name not in program.facts.tables):
        return
    for name in _alike(node, program.columns(source), program):
        if _can_stand(node, name) and not _beside(node, name):
            right = program.quote(node, "the right column")
            wrong = f"`{name}`" if _is_shown(name, program) else "another column of the same kind"
            sentence = f"{wrong} is used where {right} belongs"
            other = exp.column(name, table=node.table or None)
            yield swap("wrong column", node, other, sentence)


def _has_keys(node: exp.Join) -> bool:
    return bool(node.args.get("on") or node.args.get("using"))


def _same_name(condition: exp.EQ) -> bool:
    """Whether two columns of the same name are compared."""
    return unqualified(condition.this) == unqualified(condition.expression)


def _undone(join: exp.Expr, program: Program) -> bool:
    """Whether WHERE refuses the rows that an outer join would add."""
    select = join.parent
    where = select.args.get("where") if select else None
    others = [*(where.find_all(exp.Column) if where else ())]
    for later in select.args.get("joins", []) if select else []:
        if later is not join and later.side == "" and later.args.get("on"):
            others += later.args["on"].find_all(exp.Column)
    return any(program.source_of(column) is join.this for column in others)


def _own_columns(select: exp.Select, *without: type[exp.Expr]) -> list[exp.Column]:
    """The qualified columns of a SELECT, not those of the clauses named, or of inner queries."""
    return [
        column
        for column in select.find_all(exp.Column)
        if column.table
        and column.find_ancestor(exp.Select, exp.CTE) is select
        and column.find_ancestor(*without, exp.Select) is select
    ]


def _distinct(columns: list[exp.Column]) -> list[exp.Column]:
    return list(dict.fromkeys(columns))


def _same_anyway(select: exp.Select, column: exp.Column, alias: str) -> bool:
    """Whether an inner join makes the two columns equal."""
    for join in select.args.get("joins") or []:
        keys = [key.name for key in join.args.get("using") or []]
        if column.name in keys and join.side == "":
            return True
        for part in conjuncts(join.args["on"]) if join.side == "" and join.args.get("on") else ():
            if isinstance(part, exp.EQ) and {
                side.sql() for side in (part.this, part.expression)
            } == {
                column.sql(),
                f"{alias}.{column.name}",
            }:
                return True
    return False


def _is_used(column: exp.Column) -> bool:
    """Whether the column is compared or calculated with, not merely passed on."""
    parent = column.parent
    while isinstance(parent, exp.Paren | exp.Cast):
        parent = parent.parent
    return isinstance(parent, _USES)


def _beside(column: exp.Column, name: str) -> bool:
    """Whether the other column is what this one is compared with."""
    parent = column.find_ancestor(exp.Condition)
    while isinstance(parent, exp.Paren | exp.Cast):
        parent = parent.find_ancestor(exp.Condition)
    return parent is not None and any(c.name == name for c in parent.find_all(exp.Column))


def _alike(column: exp.Column, names: list[str], program: Program) -> list[str]:
    """The columns of the same kind just before and after this one, the likeliest mistaken."""
    own, alike = _root(column, program), []
    for name in names:
        other = exp.column(name, table=column.table or None)
        other.parent = column.parent  # so that its source is found
        if name == column.name or _root(other, program) == own:
            alike.append(name)
    if column.name not in alike:
        return []
    place = alike.index(column.name)
    return [*alike[max(place - 1, 0) : place], *alike[place + 1 : place + 2]]


def _can_stand(column: exp.Column, name: str) -> bool:
    """Whether the other column is there after GROUP BY, or is aggregated."""
    select = column.find_ancestor(exp.Select)
    group = select.args.get("group") if select else None
    if (
        group is None
        or column.find_ancestor(exp.AggFunc, exp.Where, exp.Join, exp.Select) is not select
    ):
        return True
    return any(key.name == name for key in group.expressions)


def _root(column: exp.Column, program: Program) -> str:
    """What kind of thing a column holds: the input column at its bottom, or the count or flag."""
    made: exp.Expr = program.definition(column)
    while not isinstance(made, exp.Column):
        if isinstance(made, exp.Window | exp.Filter):
            made = made.this
            continue
        for kinds, name in _MADE:
            if isinstance(made, kinds):
                return name
        if isinstance(made, exp.Sub) and not isinstance(
            made.expression, exp.Literal | exp.Interval
        ):
            return "difference"
        inner = made.find(exp.Column)
        if inner is None:
            return "constant"
        made = inner if inner is made else program.definition(inner)
    return _family(made.name)


_USES = (
    *(exp.GT, exp.GTE, exp.LT, exp.LTE, exp.EQ),
    *(exp.Add, exp.Sub, exp.Mul, exp.Div),
    *(exp.Min, exp.Max, exp.Sum, exp.Avg),
)
_MADE: tuple[tuple[tuple[Any, ...], str], ...] = (
    ((exp.Count, exp.Sum), "count"),
    ((exp.Case,), "case"),
    ((exp.Predicate, exp.Connector, exp.Exists, exp.Not), "flag"),
)


def _family(name: str) -> str:
    for ending in ("_ts", "_at", "_date", "_id", "_cents", "_name"):
        if name.endswith(ending):
            return {"_at": "time", "_ts": "time", "_date": "date"}.get(ending, ending)
    return name


def _is_shown(name: str, program: Program) -> bool:
    """Whether a learner knows the column: it is of an input or of the result."""
    return name in program.facts.nullable | program.facts.keys | program.results


OPERATORS = (kind, on_to_where, key_dropped, wrong_side, wrong_column)
