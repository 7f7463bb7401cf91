"""Slips in which rows there are and in what order: groups, unions, steps, the final order."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.draft import Draft, drop, swap
from grader.mutation.sql.render import brief
from grader.mutation.sql.scope import Program


def union(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """UNION for UNION ALL and the reverse, where no constant column tells the parts apart."""
    if not isinstance(node, exp.Union) or _told_apart(node):
        return
    new = node.copy()
    new.set("distinct", not node.args.get("distinct"))
    if node.args.get("distinct"):
        sentence = "rows that both parts have stay twice (UNION ALL for UNION)"
    else:
        sentence = "equal rows become one (UNION for UNION ALL)"
    change = "UNION → UNION ALL" if node.args.get("distinct") else "UNION ALL → UNION"
    yield swap("UNION", node, new, sentence, f"{change}: {brief(node, 80)}")


def group_key_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A GROUP BY column forgotten; where it is shown, any value of the group stands for it."""
    if not isinstance(node, exp.Group) or not isinstance(node.parent, exp.Select):
        return
    select = node.parent
    for key in node.expressions if len(node.expressions) > 1 else []:
        if _follows(key, node, program):
            continue
        what = program.quote(key, "a column")
        yield Draft(
            "GROUP BY key dropped",
            f"rows with different {what} fall into one group",
            ((key, None), *_any_values(select, key)),
            f"GROUP BY key dropped: {key.sql()} from {brief(node, 70)}",
        )


def group_key_added(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """One GROUP BY column too many: one that is aggregated."""
    if not isinstance(node, exp.Group) or not isinstance(node.parent, exp.Select):
        return
    for made in node.parent.expressions:
        for aggregate in made.find_all(exp.AggFunc):
            column = aggregate.find(exp.Column)
            if column is None or aggregate.find_ancestor(exp.Window) or column in node.expressions:
                continue
            if isinstance(program.definition(column), exp.AggFunc | exp.Case):
                continue
            new = node.copy()
            new.append("expressions", column.copy())
            what = program.quote(column, "a column")
            change = f"GROUP BY key added: {column.sql()} to {brief(node, 70)}"
            sentence = f"the groups are too small: {what} is one GROUP BY column too many"
            yield swap("GROUP BY key added", node, new, sentence, change)
            return


def limit_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """LIMIT forgotten."""
    if isinstance(node, exp.Limit):
        sentence = f"more than the first {brief(node.expression)} rows are kept (LIMIT is missing)"
        yield drop("LIMIT dropped", node, sentence, brief(node) + " dropped")


def final_order(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """The order of the result turned round, or its last column forgotten.

    All of it forgotten cannot be told reliably: small inputs may come out in order anyway.
    Where the order is not graded, it is there for the reader; unless LIMIT cuts by it.
    """
    if not isinstance(node, exp.Ordered) or node.parent is None:
        return
    if node.parent.parent is not program.tree:
        return
    if not program.facts.ordered and not program.tree.args.get("limit"):
        return
    what = program.quote(node.this, "a column")
    new = node.copy()
    new.set("desc", not node.args.get("desc"))
    way = "smallest" if node.args.get("desc") else "largest"
    change = f"result {brief(node, 40)} → {brief(new, 40)}"
    yield swap(
        "final order", node, new, f"the result is sorted with the {way} {what} first", change
    )
    keys = node.parent.expressions
    if len(keys) > 1 and node is keys[-1]:
        sentence = f"rows that agree otherwise come in any order: {what} does not decide"
        yield drop(
            "final order", node, sentence, f"last key of the result's order dropped: {brief(node)}"
        )


def step_skipped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """The input of a step read in place of its result."""
    cte = program.cte_of(node if isinstance(node, exp.Table) else None)
    if cte is None or not isinstance(cte.this, exp.Select) or cte.args["alias"].columns:
        return
    sources = program.sources(cte.this)
    select = node.find_ancestor(exp.Select)
    if len(sources) != 1 or select is None:
        return
    before = next(iter(sources.values()))
    if not isinstance(before, exp.Table) or not isinstance(before.this, exp.Identifier):
        return
    if not _keeps_columns(cte, before, node, program):
        return
    new = exp.to_table(before.name, alias=node.alias_or_name)
    yield swap(
        "step skipped",
        node,
        new,
        _skipped(cte.this, program) + " in one place",
        change=f"step skipped: FROM {node.name} → FROM {before.name} in SELECT "
        f"{brief(select.expressions[0], 30)}",
        families=(f"step {node.name} skipped",),
        everywhere=_skipped(cte.this, program),
    )


def _skipped(step: exp.Select, program: Program) -> str:
    """What a step does, as the thing left out."""
    where = step.args.get("where")
    if where is not None:
        what = program.quote(where.this, "")
        return f"rows are not filtered first{f' by {what}' if what else ''}"
    if step.args.get("distinct"):
        return "repeated rows are not removed first"
    if step.args.get("qualify"):
        return "the rows are used before only one per group is kept"
    return "an earlier version of the rows is used: one step of the preparation is skipped"


def _keeps_columns(cte: exp.CTE, before: exp.Table, node: exp.Expr, program: Program) -> bool:
    """Whether the step before has, under the same names, all columns used of the step."""
    select = node.find_ancestor(exp.Select)
    made = {each.alias_or_name: each for each in cte.this.selects}
    available = program.columns(before)
    used = [
        column.name
        for column in (select.find_all(exp.Column) if select else ())
        if program.source_of(column) is node
    ]
    if select and any(isinstance(each, exp.Star) for each in select.expressions):
        used += program.columns(node) if isinstance(node, exp.Table) else []
    for name in used:
        if name not in made and "*" not in made:
            return False
        plain = isinstance(made[name], exp.Column) if name in made else name in available
        if not plain:
            return False
    return True


def _told_apart(union: exp.Union) -> bool:
    """Whether each part has a constant of its own in the same column."""
    parts = _parts(union)
    for column in zip(*(part.expressions for part in parts), strict=False):
        constants = [each.this if isinstance(each, exp.Alias) else each for each in column]
        if all(isinstance(each, exp.Literal) for each in constants):
            return len({each.sql() for each in constants}) == len(parts)
    return False


def _parts(query: exp.Expr) -> list[exp.Select]:
    if isinstance(query, exp.Union):
        return [*_parts(query.this), *_parts(query.expression)]
    return [query] if isinstance(query, exp.Select) else []


def _any_values(select: exp.Select, key: exp.Expr) -> list[tuple[exp.Expr, exp.Expr | None]]:
    """Edits that put any value of the group where the dropped key is selected or sorted by."""
    edits: list[tuple[exp.Expr, exp.Expr | None]] = []
    any_value = exp.Anonymous(this="ANY_VALUE", expressions=[key.copy()])
    for made in select.expressions:
        if made == key:
            edits.append((made, exp.alias_(any_value, key.name)))
            continue
        for use in made.find_all(type(key)):
            around = use.find_ancestor(exp.AggFunc, exp.Filter, exp.Select)
            if use == key and (around is select or isinstance(around.parent, exp.Window)):
                edits.append((use, any_value))
    order = select.args.get("order")
    for ordered in order.expressions if order else []:
        if ordered.this == key and key.args.get("table"):
            edits.append((ordered.this, exp.column(key.name)))
    return edits


def _follows(key: exp.Expr, group: exp.Group, program: Program) -> bool:
    """Whether another key of the group decides this one: they come together from one table."""
    if not isinstance(key, exp.Column):
        return isinstance(key, exp.Literal)
    source, made = program.source_of(key), program.definition(key)
    others = {other.name for other in group.expressions if other is not key}
    if isinstance(made, exp.Window) and not made.args.get("order"):
        parts = {part.name for part in made.args.get("partition_by") or []}
        if parts <= others:
            return True
    for other in group.expressions:
        if other is key or not isinstance(other, exp.Column):
            continue
        if program.source_of(other) is source and _is_list(source, program):
            return True
        if program.origin(other) in program.facts.keys and program.origin(key) is not None:
            return program.origin(key) != program.origin(other)
    return False


def _is_list(source: exp.Expr | None, program: Program) -> bool:
    cte = program.cte_of(source) if isinstance(source, exp.Table) else None
    return cte is not None and cte.find(exp.Values) is not None


OPERATORS = (
    union,
    group_key_dropped,
    group_key_added,
    limit_dropped,
    final_order,
    step_skipped,
)
