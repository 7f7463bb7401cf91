"""Slips in what is counted, summed or picked per group."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.draft import Draft, drop, swap
from grader.mutation.sql.render import brief
from grader.mutation.sql.scope import Program

_OTHERS: dict[type[exp.Expr], tuple[tuple[type[exp.Expr], str], ...]] = {
    exp.Min: ((exp.Max, "the largest {what} is taken instead of the smallest"),),
    exp.Max: ((exp.Min, "the smallest {what} is taken instead of the largest"),),
    exp.Sum: (
        (exp.Count, "rows are counted where {what} should be added up"),
        (exp.Max, "the largest {what} is taken instead of the sum"),
    ),
    exp.Avg: ((exp.Sum, "{what} is added up instead of averaged"),),
    exp.First: ((exp.Last, "the last {what} in that order is taken instead of the first"),),
    exp.Last: ((exp.First, "the first {what} in that order is taken instead of the last"),),
    exp.LogicalOr: ((exp.LogicalAnd, "{what} must hold for every row instead of for one of them"),),
    exp.LogicalAnd: ((exp.LogicalOr, "{what} need hold for one row only instead of for all"),),
}


def other_aggregate(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """MAX for MIN, COUNT for SUM."""
    for kind, sentence in _OTHERS.get(type(node), ()):
        argument = node.this.this if isinstance(node.this, exp.Order) else node.this
        plural = type(node) is exp.Sum and kind is exp.Count
        what = program.quote(argument, "the values" if plural else "value")
        yield swap(
            "aggregate changed",
            node,
            kind(this=node.this.copy()),
            sentence.format(what=what),
            families=(f"{node.key} → {kind.key}",),
        )


def average_over_missing(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A missing value averaged as 0."""
    if isinstance(node, exp.Avg) and program.is_nullable(node.this):
        what = program.quote(node.this, "value")
        new = exp.Avg(this=exp.Coalesce(this=node.this.copy(), expressions=[exp.Literal.number(0)]))
        sentence = f"a missing {what} enters the average as 0 instead of being left out"
        yield swap("average over missing", node, new, sentence)


def count(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Rows counted for values, repeats for distinct values, and the reverse."""
    if not isinstance(node, exp.Count):
        return
    if isinstance(node.this, exp.Star):
        yield from _count_column(node, program)
        return
    distinct = isinstance(node.this, exp.Distinct)
    counted = node.this.expressions[0] if distinct else node.this
    what = program.quote(counted, "the value")
    if distinct:
        sentence = f"repeats are counted again: each row counts instead of each different {what}"
        yield swap("COUNT DISTINCT dropped", node, exp.Count(this=counted.copy()), sentence)
    elif not _once_each(counted, program):
        sentence = f"rows with the same {what} count once only (DISTINCT is one too many)"
        new = exp.Count(this=exp.Distinct(expressions=[counted.copy()]))
        yield swap("COUNT DISTINCT added", node, new, sentence)
    if program.is_nullable(counted):
        sentence = f"rows without {what} are counted too (COUNT(*) counts every row)"
        yield swap("COUNT(*) for COUNT(column)", node, exp.Count(this=exp.Star()), sentence)


def _once_each(column: exp.Expr, program: Program) -> bool:
    """Whether the value comes once in its table or step, so that DISTINCT hardly matters."""
    if not isinstance(column, exp.Column):
        return False
    cte = program.cte_of(program.source_of(column))
    step = cte.this if cte else None
    grouped = isinstance(step, exp.Select) and (step.args.get("group") or step.args.get("distinct"))
    return bool(grouped) or program.origin(column) in program.facts.keys


def _count_column(node: exp.Count, program: Program) -> Iterator[Draft]:
    select = node.find_ancestor(exp.Select)
    if select is None:
        return
    for name, alias in _countable(select, program):
        column = exp.column(name, table=alias)
        column.parent = node  # so that its source is found
        nullable, key = program.is_nullable(column), program.is_key(column)
        new = exp.column(name, table=alias)
        if nullable:
            sentence = f"rows without `{name}` are not counted (COUNT of a column skips NULL)"
            yield swap("COUNT(column) for COUNT(*)", node, exp.Count(this=new), sentence)
        if name.endswith("_id") and not key and not _groups_by(select, name):
            sentence = f"rows with the same `{name}` count once only, where every row counts"
            distinct = exp.Count(this=exp.Distinct(expressions=[new]))
            yield swap("COUNT DISTINCT for COUNT(*)", node, distinct, sentence)


def _countable(select: exp.Select, program: Program) -> list[tuple[str, str | None]]:
    """Columns a learner might count instead of the rows: one that may be missing, one id."""
    found: dict[str, tuple[str, str | None]] = {}
    sources = program.sources(select)
    for alias, source in sources.items():
        table = alias if len(sources) > 1 else None
        for name in program.columns(source):
            column = exp.column(name, table=table)
            column.parent = select.expressions[0]
            if name.endswith("_id"):
                found.setdefault("id", (name, table))
            elif program.is_nullable(column) and _is_shown(name, program):
                found.setdefault("nullable", (name, table))
    return list(found.values())


def _is_shown(name: str, program: Program) -> bool:
    return name in program.facts.nullable


def _groups_by(select: exp.Select, name: str) -> bool:
    group = select.args.get("group")
    return group is not None and any(key.name == name for key in group.expressions)


def filter_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """FILTER forgotten."""
    if not isinstance(node, exp.Filter):
        return
    condition = node.expression.this
    is_missing_test = isinstance(condition, exp.Not) and isinstance(condition.this, exp.Is)
    if is_missing_test and not program.is_nullable(condition.this.this):
        return
    what = program.quote(condition, "the condition")
    yield drop(
        "FILTER dropped",
        node.expression,
        f"every row goes into the result where only those that meet {what} belong (FILTER missing)",
        f"FILTER dropped: {brief(node, 90)}",
        families=("FILTER dropped",),
        everywhere="every row goes into the results where only some belong (FILTER is missing)",
    )


def distinct_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """SELECT DISTINCT without its DISTINCT."""
    if not isinstance(node, exp.Distinct) or not isinstance(node.parent, exp.Select):
        return
    yield drop(
        "DISTINCT dropped",
        node,
        f"repeated rows stay: each different {_listed(node.parent)} should come once",
        f"DISTINCT dropped: SELECT DISTINCT {_listed(node.parent, '')}",
    )


def distinct_added(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """SELECT DISTINCT where repeats count."""
    if not isinstance(node, exp.Select) or not _may_repeat(node, program):
        return
    if not _is_counted(node, program):
        return
    new = node.copy()
    new.set("distinct", exp.Distinct())
    sentence = f"rows that agree in {_listed(node)} become one, although each counts for itself"
    yield swap("DISTINCT added", node, new, sentence, f"DISTINCT added: SELECT {_listed(node, '')}")


def _is_counted(select: exp.Select, program: Program) -> bool:
    """Whether a row more or less shows: in the result, or in what a later step counts or adds."""
    if select is program.tree:
        return True
    return any(
        _counts_rows(later)
        for later in program.tree.find_all(exp.Select)
        for cte in map(program.cte_of, program.sources(later).values())
        if cte is not None and cte.this is select
    )


def _counts_rows(select: exp.Select) -> bool:
    return any(
        aggregate.find_ancestor(exp.Select) is select
        and not isinstance(aggregate.this, exp.Distinct)
        for aggregate in select.find_all(exp.Count, exp.Sum, exp.Avg)
    )


def _may_repeat(select: exp.Select, program: Program) -> bool:
    """Whether rows can be equal: nothing is grouped, no key is among the columns."""
    clauses = ("group", "distinct", "limit", "qualify")
    if any(select.args.get(clause) for clause in clauses) or select.find(exp.Values):
        return False
    if isinstance(select.parent, exp.Exists | exp.Subquery | exp.SetOperation):
        return False
    made = [each.this if isinstance(each, exp.Alias) else each for each in select.expressions]
    if any(isinstance(each, exp.Star | exp.Literal) or each.find(exp.Explode) for each in made):
        return False
    if any(each.find(exp.AggFunc) and not each.find(exp.Window) for each in made):
        return False
    start = select.args.get("from_")
    from_table = start is not None and isinstance(start.this.this, exp.Identifier)
    return from_table and not any(program.is_key(each) for each in made)


def _listed(select: exp.Select, mark: str = "`") -> str:
    names = [each.alias_or_name for each in select.expressions]
    return f"{mark}{', '.join(names[:3])}{' …' if len(names) > 3 else ''}{mark}"


OPERATORS = (
    other_aggregate,
    average_over_missing,
    count,
    filter_dropped,
    distinct_dropped,
    distinct_added,
)
