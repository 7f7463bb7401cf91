"""What the demo shows of a graded class: the gradebook, and what hostile learners got."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.table import Table

from grader.course.standing import ClassStanding, Standing
from grader.demo.cast import Kind, Simulated
from grader.grading.result import NotebookGrade, State

_LINES = box.SIMPLE_HEAD

Grades = Mapping[tuple[str, str], NotebookGrade]
"""The grades of a set, by learner and exercise."""


def gradebook(of: ClassStanding, simulated: Sequence[Simulated], grades: Grades) -> Table:
    """Everybody's points as the gradebook has them, beside what they handed in."""
    stories = {one.learner.id: one.story for one in simulated}
    table = Table("learner", "handed in", box=_LINES, pad_edge=False, show_edge=False)
    for exercise in of.exercises:
        table.add_column(exercise, justify="right")
    table.add_column("total", justify="right")
    table.add_column("state")
    for person, has in of.learners:
        own = [grade for (student, _), grade in grades.items() if student == person.id]
        points = [_points(has.points.get(exercise) if has else None) for exercise in of.exercises]
        total = _points(has.total if has and not has.unknown else None)
        table.add_row(person.id, stories.get(person.id, ""), *points, total, _state(has, own))
    return table


def hostile(simulated: Iterable[Simulated], grades: Grades) -> Table:
    """Who tried what, what came of it, and the points."""
    table = Table(
        "learner", "tried", "what came of it", box=_LINES, pad_edge=False, show_edge=False
    )
    table.add_column("points", justify="right")
    for one in simulated:
        for exercise, attack in one.attacks.items():
            grade = grades[one.learner.id, exercise]
            earned = f"{grade.points:g} of {grade.max_points:g}"
            table.add_row(one.learner.id, attack.tries, _came_of(grade), earned)
    return table


def unearned(simulated: Iterable[Simulated], grades: Grades) -> float:
    """The points that hostile learners got, who earned none."""
    hostile = [one.learner.id for one in simulated if one.kind is Kind.HOSTILE]
    return sum(grade.points for (student, _), grade in grades.items() if student in hostile)


def _points(points: float | None) -> str:
    return "?" if points is None else f"{points:g}"


def _state(has: Standing | None, grades: Sequence[NotebookGrade]) -> str:
    if has is None:
        return "nothing there"
    words = []
    if has.pending or any(grade.state is State.ATTENTION for grade in grades):
        words.append("needs you")
    if has.late_seconds:
        words.append("late")
    return ", ".join(words) or "graded"


def _came_of(grade: NotebookGrade) -> str:
    """What was found, in few words; of several answers the first speaks for all."""
    first = grade.answers[0]
    if grade.state is State.ATTENTION:
        return "caught: all void, needs you" if first.status == "void" else "needs you"
    told = [line.text for line in (*first.report.lines, *first.report.values)]
    error = re.search(r"\bstops with (\w+)", " ".join(told))
    return error[1] if error else first.report.headline.partition(": ")[2]
