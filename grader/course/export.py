"""Export a set's grades as CSV: our own table, or what Canvas and Moodle import."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # it needs nbgrader, which the other commands do without
    from grader.course.standing import ClassStanding, Person, Standing


class Format(StrEnum):
    """What the exported table is for."""

    CSV = "csv"
    CANVAS = "canvas"
    MOODLE = "moodle"


Rows = list[list[Any]]


def export(standing: ClassStanding, format: Format) -> str:
    """The table as text. Who has handed in nothing has empty cells, not zeros."""
    layouts: dict[Format, Callable[[ClassStanding], Rows]] = {
        Format.CSV: _csv,
        Format.CANVAS: _canvas,
        Format.MOODLE: _moodle,
    }
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in layouts[format](standing))
    return text.getvalue()


def _csv(of: ClassStanding) -> Rows:
    head = ["student", "last_name", "first_name", "email", *of.exercises]
    rows: Rows = [[*head, "bonus", "total", "max", "needs_manual_grade", "late_seconds"]]
    for who, has in of.learners:
        person = [who.id, who.last_name, who.first_name, who.email]
        rows.append([*person, *(_scores(of, has) if has else [""] * (len(of.exercises) + 5))])
    return rows


def _scores(of: ClassStanding, has: Standing) -> list[Any]:
    points = [has.points.get(exercise) for exercise in of.exercises]
    pending = "yes" if has.pending else "no"
    return [*points, has.bonus, _total(has), of.max_points, pending, has.late_seconds]


def _canvas(of: ClassStanding) -> Rows:
    """Canvas finds a learner by ID or SIS Login ID, and leaves alone what has an empty cell."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", of.set]
    rows: Rows = [head, ["    Points Possible", "", "", "", "", of.max_points]]
    for who, has in of.learners:
        rows.append([_name(who), who.lms_user_id, "", who.id, "", _total(has)])
    return rows


def _moodle(of: ClassStanding) -> Rows:
    """Moodle asks which columns to map: ID number or Email address, the grade, the feedback."""
    head = ["ID number", "First name", "Last name", "Email address", of.set]
    rows: Rows = [[*head, f"{of.set} feedback"]]
    for who, has in of.learners:
        person = [who.id, who.first_name, who.last_name, who.email]
        rows.append([*person, _total(has), _comment(of, has) if has else ""])
    return rows


def _comment(of: ClassStanding, has: Standing) -> str:
    known = [(exercise, has.points.get(exercise)) for exercise in of.exercises]
    parts = [f"{name}: {_plain(points)}" for name, points in known if points is not None]
    parts += [f"bonus: {_plain(has.bonus)}"] * bool(has.bonus)
    parts += ["some parts are still to be graded by a person"] * has.pending
    return "; ".join(parts)


def _name(who: Person) -> str:
    return ", ".join(filter(None, [who.last_name, who.first_name])) or who.id


def _total(has: Standing | None) -> float | None:
    return has.total if has and not has.unknown else None


def _cell(value: Any) -> str:
    """Numbers in their shortest form; no text that a spreadsheet would take for a formula."""
    if isinstance(value, int | float):
        return _plain(value)
    text = str(value or "")
    return f"'{text}" if text.lstrip()[:1] in _FORMULA else text


_FORMULA = ("=", "+", "-", "@", "|")


def _plain(number: float) -> str:
    return f"{round(number, 4):g}" if abs(number) < 1e6 else str(number)


def still_open(standing: ClassStanding, limit: int = 5) -> Sequence[str]:
    """Sentences on whose totals may still change."""
    learners = [(who.id, has) for who, has in standing.learners if has]
    unknown = [id for id, has in learners if has.unknown]
    pending = [id for id, has in learners if has.pending and not has.unknown]
    sentences = []
    if unknown:
        sentences.append(f"No total yet, a person must look: {_some(unknown, limit)}.")
    if pending:
        sentences.append(
            f"Totals may rise, explanations wait for a person: {_some(pending, limit)}."
        )
    return sentences


def _some(ids: list[str], limit: int) -> str:
    more = len(ids) - limit
    return ", ".join(ids[:limit]) + (f" and {more} more" if more > 0 else "")
