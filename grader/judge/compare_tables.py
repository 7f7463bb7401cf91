"""Compare two tables in the order in which a teacher would look: columns, types, rows, order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.bank.exercise import Answer
from grader.errors import nearest
from grader.judge.cells import Row, Tolerances, same_bag, same_cell, same_row
from grader.judge.fault import Fault, FaultKind
from grader.judge.scale import common_factor
from grader.plain import Odd
from grader.table import Table, kind_of

_KINDS = {
    "BIGINT": "number",
    "DOUBLE": "number",
    "VARCHAR": "text",
    "BOOLEAN": "boolean",
    "DATE": "date or time",
    "TIMESTAMP": "date or time",
}
# So many rows more than right ones are not looked at one by one: it would explain nothing, and rows
# made to have one hash value would keep a grader busy for hours.
_MANY, _MANY_TIMES = 2_000, 10
_WITH_ARTICLE = {kind: f"a {kind}" for kind in ("number", "boolean", "date or time", "duration")}


def compare_tables(answer: Answer, expected: Table, actual: Table) -> Fault | None:
    """None when the tables are the same under the contract of `answer`; else how they differ."""
    fault = _columns(answer, actual)
    if fault:
        return fault
    aligned = align(answer, actual)
    fault = _types(answer, aligned)
    if fault:
        return fault
    right = [tuple(row) for row in align(answer, expected).rows]
    if len(aligned.rows) > _MANY_TIMES * len(right) + _MANY:
        text = f"It has {len(aligned.rows):,} rows, where {len(right):,} are right."
        return Fault(FaultKind.ROWS, f"{text} A join probably multiplies them.")
    tolerances = tolerances_of(answer)
    if len(right) == len(aligned.rows) and all(
        same_row(e, a, tolerances) for e, a in zip(right, aligned.rows, strict=True)
    ):
        return None
    if same_bag(right, aligned.rows, tolerances):
        return _order(answer, right, aligned.rows, tolerances) if answer.order else None
    return (
        _copies(right, aligned.rows, tolerances)
        or _one_column(answer, right, aligned.rows, tolerances)
        or _rows(answer, right, aligned.rows, tolerances)
    )


def align(answer: Answer, table: Table) -> Table:
    """The table with its columns named and ordered as in the contract; others are left out."""
    found = {name.casefold(): position for position, name in enumerate(table.columns)}
    positions = [found[name.casefold()] for name in answer.columns if name.casefold() in found]
    names = tuple(name for name in answer.columns if name.casefold() in found)
    return Table(names, tuple(tuple(row[p] for p in positions) for row in table.rows))


def tolerances_of(answer: Answer) -> Tolerances:
    """The tolerance of each column: the answer's for DOUBLE, none for all others."""
    return [answer.tolerance if type_ == "DOUBLE" else None for type_ in answer.columns.values()]


def _columns(answer: Answer, actual: Table) -> Fault | None:
    names = [name.casefold() for name in actual.columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return Fault(FaultKind.COLUMNS, f"The column {', '.join(twice)} is there more than once.")
    wanted = {name.casefold(): name for name in answer.columns}
    missing = [name for key, name in wanted.items() if key not in names]
    extra = [name for name in actual.columns if name.casefold() not in wanted]
    if not missing and not extra:
        return None
    in_index = [name for name in missing if name in actual.index]
    if in_index:
        text = f"{', '.join(in_index)} is in the index, not a column: call .reset_index()."
        return Fault(FaultKind.COLUMNS, text)
    parts = []
    if missing:
        parts.append(f"Missing: {', '.join(missing)}.")
    if not actual.columns:
        parts.append("A table without rows has its columns all the same.")
    if extra:
        parts.append(f"Not asked for: {', '.join(extra)}.")
    near = [(name, nearest(name, missing)) for name in extra]
    parts += [f'Did you mean "{meant}" by "{name}"?' for name, meant in near if meant]
    return Fault(FaultKind.COLUMNS, " ".join(parts))


def _types(answer: Answer, actual: Table) -> Fault | None:
    for position, (name, type_) in enumerate(answer.columns.items()):
        for row in actual.rows:
            cell = row[position]
            if cell is not None and kind_of(cell) != _KINDS[type_]:
                wanted, given = _named_kind(_KINDS[type_]), _named_kind(kind_of(cell))
                text = f"{name} must be {wanted} ({type_}); yours holds {given}: {_shown(cell)}."
                return Fault(FaultKind.TYPE, text)
    return None


def _named_kind(kind: str) -> str:
    return _WITH_ARTICLE.get(kind, kind)


def _shown(cell: object) -> str:
    if isinstance(cell, Odd):
        return cell.text
    return repr(cell) if isinstance(cell, str) else str(cell)


def _order(
    answer: Answer, right: Sequence[Row], rows: Sequence[Row], tolerances: Tolerances
) -> Fault:
    first = next(
        n
        for n, pair in enumerate(zip(right, rows, strict=True), 1)
        if not same_row(*pair, tolerances)
    )
    text = f"Right rows, wrong order from row {first} on: order by {answer.order}."
    return Fault(FaultKind.ORDER, text)


def _copies(right: Sequence[Row], rows: Sequence[Row], tolerances: Tolerances) -> Fault | None:
    def all_in(some: Sequence[Row], others: Sequence[Row]) -> bool:
        return all(any(same_row(a, b, tolerances) for b in others) for a in some)

    if not right or not rows or len(right) > 500 or len(rows) > 500:
        return None
    if all_in(right, rows) and all_in(rows, right):
        count = "" if len(rows) == len(right) else f": {len(rows)} rows, not {len(right)}"
        text = f"The right rows, but not the right number of copies{count or ' of each'}."
        return Fault(FaultKind.COPIES, text)
    return None


def _one_column(
    answer: Answer, right: Sequence[Row], rows: Sequence[Row], tolerances: Tolerances
) -> Fault | None:
    if len(right) != len(rows) or not right:
        return None
    for position, name in enumerate(answer.columns):

        def without(row: Row, position: int = position) -> Row:
            return row[:position] + row[position + 1 :]

        loose = [*tolerances[:position], *tolerances[position + 1 :]]
        if same_bag(list(map(without, right)), list(map(without, rows)), loose):
            factor = common_factor(_paired_cells(position, right, rows))
            if factor:
                return Fault(FaultKind.SCALE, f"{name} is right but for one factor: {factor}.")
            if len(answer.columns) > 1:
                return Fault(FaultKind.COLUMN, f"Only the column {name} is wrong.")
    return None


def _paired_cells(
    position: int, right: Sequence[Row], rows: Sequence[Row]
) -> list[tuple[object, object]]:
    """The cells of one column side by side, rows paired by their other cells, then by their own."""

    def key(row: Row) -> list[tuple[str, float, str]]:
        cells = [*row[:position], *row[position + 1 :], row[position]]
        return [
            (kind_of(c), c, "") if kind_of(c) == "number" else (kind_of(c), 0, str(c))
            for c in cells
        ]

    ordered = zip(sorted(right, key=key), sorted(rows, key=key), strict=True)
    return [(e[position], a[position]) for e, a in ordered]


def _rows(
    answer: Answer, right: Sequence[Row], rows: Sequence[Row], tolerances: Tolerances
) -> Fault:
    missing, extra = unmatched(right, rows, tolerances)
    keyed = _keyed_difference(answer, missing, extra, tolerances)
    if keyed:
        return Fault(FaultKind.ROWS, keyed)
    parts = []
    if missing:
        parts.append(
            "one row is missing" if len(missing) == 1 else f"{len(missing)} rows are missing"
        )
    if extra:
        count = "one row" if len(extra) == 1 else f"{len(extra)} rows"
        parts.append(f"{count} should not be there")
    if len(missing) == len(extra) == len(right):
        parts = ["no row is right"] if len(right) > 1 else ["the row is not right"]
    text = " and ".join(parts)
    return Fault(FaultKind.ROWS, f"{text[0].upper()}{text[1:]}.")


def _keyed_difference(
    answer: Answer, missing: Sequence[Row], extra: Sequence[Row], tolerances: Tolerances
) -> str:
    """The columns in which rows with the same keys differ; empty if keys are missing or invented."""
    keys = key_positions(answer)
    if not keys or len(missing) != len(extra):
        return ""
    by_key = {tuple(row[k] for k in keys): row for row in missing}
    others = {tuple(row[k] for k in keys): row for row in extra}
    if len(by_key) != len(missing) or by_key.keys() != others.keys():
        return ""
    names = list(answer.columns)
    wrong = [
        names[n]
        for n in range(len(names))
        if any(not same_cell(row[n], others[key][n], tolerances[n]) for key, row in by_key.items())
    ]
    count = "One row differs" if len(missing) == 1 else f"{len(missing)} rows differ"
    return f"{count}, in {', '.join(wrong)}."


def key_positions(answer: Answer) -> list[int]:
    """The columns that the graded order names: what tells rows apart."""
    words = set(re.findall(r"\w+", answer.order.casefold()))
    return [n for n, name in enumerate(answer.columns) if name.casefold() in words]


def unmatched(
    right: Sequence[Row], rows: Sequence[Row], tolerances: Tolerances
) -> tuple[list[Row], list[Row]]:
    """The expected rows nothing matches, and the given rows that match nothing."""
    left = list(rows)
    missing = []
    for row in right:
        found = next((n for n, other in enumerate(left) if same_row(row, other, tolerances)), None)
        if found is None:
            missing.append(row)
        else:
            del left[found]
    return missing, left
