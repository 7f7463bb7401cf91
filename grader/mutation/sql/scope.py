"""What the operators ask about a program: where a column comes from, whether it can be missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sqlglot import exp

from grader.mutation.mutant import Facts
from grader.mutation.sql import render

Source = exp.Table | exp.Subquery | exp.Values
_LONGEST_QUOTE = 60
# Columns made of these keep their name in a quotation.
_NOT_SPELLED_OUT = (exp.AggFunc, exp.Query, exp.Case, exp.Explode, exp.Coalesce, exp.Nullif)
_NEVER_MISSING = (exp.Literal, exp.Count, exp.Exists, exp.RowNumber, exp.Rank, exp.DenseRank)
_OFTEN_MISSING = (exp.Lag, exp.Lead, exp.Nullif, exp.Subquery)


class Program:
    """A parsed program with the facts about its tables."""

    def __init__(self, tree: exp.Expr, facts: Facts) -> None:
        self.tree = tree
        self.facts = facts
        self.ctes: dict[str, exp.CTE] = {cte.alias: cte for cte in tree.find_all(exp.CTE)}

    # Where things come from

    def sources(self, select: exp.Select) -> dict[str, Source]:
        """The tables and steps that a SELECT reads, by the name they have there."""
        start = select.args.get("from_")
        tables = [start.this] if start else []
        tables += [join.this for join in select.args.get("joins") or []]
        return {table.alias_or_name: table for table in tables}

    def columns(self, source: Source) -> list[str]:
        """The columns of a source as far as the program shows them."""
        cte = self.cte_of(source)
        if cte is not None:
            if cte.args["alias"].columns:
                return [column.name for column in cte.args["alias"].columns]
            return self._selected(_first_select(cte.this))
        if _is_named(source):
            return self._seen.get(source.name, [])
        return [column.name for column in source.args["alias"].columns] if source.alias else []

    def source_of(self, column: exp.Column) -> Source | None:
        """The source a column belongs to, looked for outwards; None when that is not clear."""
        select = column.find_ancestor(exp.Select)
        while select is not None:
            sources = self.sources(select)
            if column.table:
                if column.table in sources:
                    return sources[column.table]
            elif len(sources) == 1:
                return next(iter(sources.values()))
            else:
                return self._among(column.name, list(sources.values()))
            select = select.find_ancestor(exp.Select)
        return None

    def cte_of(self, source: Source | None) -> exp.CTE | None:
        return self.ctes.get(source.name) if isinstance(source, exp.Table) else None

    def definition(self, column: exp.Column) -> exp.Expr:
        """The expression a column was made of, followed through the steps; itself when plain."""
        cte = self.cte_of(self.source_of(column))
        if cte is None or cte.args["alias"].columns:
            return column
        made = _projection(_first_select(cte.this), column.name)
        if made is None:  # it comes with a star
            inner = self._through_star(cte, column.name)
            return self.definition(inner) if inner is not None else column
        if isinstance(made, exp.Column):
            return self.definition(made)
        return made

    def origin(self, column: exp.Column) -> str | None:
        """The name of the input column that a column is a plain copy of."""
        made = self.definition(column)
        if not isinstance(made, exp.Column):
            return None
        source = self.source_of(made)
        plain = isinstance(source, exp.Table) and self.cte_of(source) is None
        return made.name if plain and source and _is_named(source) else None

    def is_key(self, node: exp.Expr) -> bool:
        """Whether this is an input column without repeated values, in a SELECT that joins nothing."""
        if not isinstance(node, exp.Column) or self.origin(node) not in self.facts.keys:
            return False
        select = node.find_ancestor(exp.Select)
        if select is None:
            return False
        others = [s for s in self.sources(select).values() if s is not self.source_of(node)]
        return all(source.name in self.facts.single_row for source in others)

    # What a learner can read

    def quote(self, node: exp.Expr, otherwise: str) -> str:
        """A piece as it may be quoted, in backticks; `otherwise` where it is long.

        The learner has not seen the program, so the columns that its steps made are shown as what
        they were made of where that is simple.
        """
        copy = render.unqualified(node)
        shown = render.flat(self._spelled_out(node, copy))
        if len(shown) > _LONGEST_QUOTE:
            shown = render.flat(copy)
        return f"`{shown}`" if len(shown) <= _LONGEST_QUOTE else otherwise

    def _spelled_out(self, node: exp.Expr, copy: exp.Expr) -> exp.Expr:
        makings = {column.name: self._making(column) for column in node.find_all(exp.Column)}
        shown = exp.Paren(this=copy.copy())
        for column in list(shown.find_all(exp.Column)):
            made = makings.get(column.name, column)
            if not isinstance(made, exp.Column) and _is_simple(made):
                made = self._spelled_out(made, render.unqualified(made))
                tight = exp.Add | exp.Sub | exp.Mul | exp.Div | exp.Connector | exp.Not
                wrap = isinstance(made, exp.Binary) and isinstance(column.parent, tight)
                column.replace(exp.paren(made) if wrap else made.copy())
        return shown.this

    def _making(self, column: exp.Column) -> exp.Expr:
        """What a column is shown as: itself where a learner knows it, or two tables made it."""
        made = self.definition(column)
        select = made.find_ancestor(exp.Select)
        if column.name in self.results or isinstance(made, exp.Column) or select is None:
            return column
        tables = [s for s in self.sources(select).values() if s.name not in self.facts.single_row]
        return made if len(tables) == 1 else column

    @cached_property
    def results(self) -> frozenset[str]:
        """The columns of the result."""
        return frozenset(made.alias_or_name for made in getattr(self.tree, "selects", []))

    # What can be missing

    def is_nullable(self, node: exp.Expr) -> bool:
        """Whether the value may be NULL, as far as the contract and the program tell."""
        if isinstance(node, _NEVER_MISSING):
            return False
        if isinstance(node, exp.Filter):
            return not isinstance(node.this, exp.Count)
        if isinstance(node, _OFTEN_MISSING):
            return True
        if isinstance(node, exp.Column):
            return self._column_nullable(node)
        if isinstance(node, exp.Coalesce):
            return all(self.is_nullable(part) for part in (node.this, *node.expressions))
        if isinstance(node, exp.Window):
            return self.is_nullable(node.this)
        if isinstance(node, exp.Not | exp.Is) and "IS" in node.sql():
            return False
        return any(self.is_nullable(column) for column in node.find_all(exp.Column))

    def _column_nullable(self, column: exp.Column) -> bool:
        select = column.find_ancestor(exp.Select)
        source = self.source_of(column)
        if select is not None and self._demands(select, column):
            return False
        if select is not None and source in self.optional(select):
            return True
        cte = self.cte_of(source)
        if cte is None:
            return column.name in self.facts.nullable
        inner_select = _first_select(cte.this)
        if cte.args["alias"].columns:
            return False  # a list of values
        made = _projection(inner_select, column.name) or self._through_star(cte, column.name)
        if made is None:
            return False
        if any(self._demanded(inner_select, name) for name in {column.name, made.name}):
            return False
        return self.is_nullable(made.this if isinstance(made, exp.Alias) else made)

    def optional(self, select: exp.Select) -> list[Source]:
        """The sources whose rows may be missing in an outer join."""
        optional: list[Source] = []
        before = list(self.sources(select).values())[:1]
        for join in select.args.get("joins") or []:
            if join.side in ("LEFT", "FULL"):
                optional.append(join.this)
            if join.side in ("RIGHT", "FULL"):
                optional += before
            before.append(join.this)
        return optional

    def _demands(self, select: exp.Select, column: exp.Column) -> bool:
        """Whether WHERE keeps only rows that have the column; not asked of WHERE itself."""
        where = select.args.get("where")
        if where is None or column.find_ancestor(exp.Where, exp.Select) is where:
            return False
        return self._demanded(select, column.name)

    def _demanded(self, select: exp.Select, name: str) -> bool:
        where = select.args.get("where")
        return where is not None and any(
            _rejects_missing(part, name) for part in conjuncts(where.this)
        )

    # What the program shows of its tables

    @cached_property
    def _seen(self) -> dict[str, list[str]]:
        """The columns used of each input table."""
        seen: dict[str, dict[str, None]] = {}
        for column in self.tree.find_all(exp.Column):
            source = self._sure_source(column)
            if source is not None and self.cte_of(source) is None:
                seen.setdefault(source.name, {})[column.name] = None
        for join in self.tree.find_all(exp.Join):
            for key in join.args.get("using") or []:
                select = join.find_ancestor(exp.Select)
                start = select.args["from_"].this if select else join.this
                for source in (join.this, start):
                    seen.setdefault(source.name, {})[key.name] = None
        return {name: list(columns) for name, columns in seen.items()}

    def _sure_source(self, column: exp.Column) -> Source | None:
        select = column.find_ancestor(exp.Select)
        while select is not None and column.table and column.table not in self.sources(select):
            select = select.find_ancestor(exp.Select)
        if select is None:
            return None
        sources = self.sources(select)
        if column.table:
            return sources.get(column.table)
        aliases = {made.alias for made in select.expressions if isinstance(made, exp.Alias)}
        if len(sources) == 1 and column.name not in aliases:
            return next(iter(sources.values()))
        return None

    def _among(self, name: str, sources: list[Source]) -> Source | None:
        for source in sources:
            if name in self.columns(source):
                return source
        inputs = [
            source
            for source in sources
            if self.cte_of(source) is None and source.name not in self.facts.single_row
        ]
        return inputs[0] if len(inputs) == 1 else None

    def _selected(self, select: exp.Select) -> list[str]:
        names: dict[str, None] = {}
        for made in select.expressions:
            if isinstance(made, exp.Star):
                for source in self.sources(select).values():
                    names.update(dict.fromkeys(self.columns(source)))
            else:
                names[made.alias_or_name] = None
        return list(names)

    def _through_star(self, cte: exp.CTE, name: str) -> exp.Column | None:
        """A column as the step before has it, standing in the SELECT of the step."""
        select = _first_select(cte.this)
        stars = [made for made in select.expressions if isinstance(made, exp.Star)]
        if not stars:
            return None
        column = exp.column(name)
        column.parent = select  # so that its sources are found; the tree does not hold it
        return column


def _is_named(source: Source) -> bool:
    """Whether this is a table, not a function that makes one."""
    return isinstance(source, exp.Table) and isinstance(source.this, exp.Identifier)


def _is_simple(made: exp.Expr) -> bool:
    neighbours = (exp.Lag, exp.Lead, exp.FirstValue)
    return all(isinstance(inner, neighbours) for inner in made.find_all(*_NOT_SPELLED_OUT))


def conjuncts(node: exp.Expr) -> Iterator[exp.Expr]:
    """The conditions that AND joins."""
    if isinstance(node, exp.And):
        yield from conjuncts(node.this)
        yield from conjuncts(node.expression)
    else:
        yield node


def _rejects_missing(condition: exp.Expr, name: str) -> bool:
    if isinstance(condition, exp.Not):
        condition = condition.this
        if not isinstance(condition, exp.Is):
            return False
    elif not isinstance(condition, exp.EQ | exp.GT | exp.GTE | exp.LT | exp.LTE | exp.Between):
        return False
    return any(column.name == name for column in condition.find_all(exp.Column))


def _first_select(query: exp.Expr) -> exp.Select:
    while not isinstance(query, exp.Select):
        query = query.this
    return query


def _projection(select: exp.Select, name: str) -> exp.Expr | None:
    for made in select.expressions:
        if made.alias_or_name == name and not isinstance(made, exp.Star):
            return made.this if isinstance(made, exp.Alias) else made
    return None
