"""How learners stand in a set, as the gradebook has it: what people have written there included."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from grader.course.database import assignment_of, reading
from grader.course.folder import Course


@dataclass(frozen=True)
class Person:
    """A learner of the roster; what is not known is empty."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


@dataclass
class Standing:
    """What a learner has in a set. Points are without the bonus; None: not known at all.

    `pending`: a person must still look at something. `unknown`: even an answer that the machine
    grades has no points yet, so that no total would be fair. `penalty` is nbgrader's for lateness.
    """

    points: dict[str, float | None] = field(default_factory=dict)
    bonus: float = 0.0
    penalty: float = 0.0
    pending: bool = False
    unknown: bool = False
    late_seconds: int = 0

    @property
    def total(self) -> float:
        known = sum(points for points in self.points.values() if points is not None)
        return max(0.0, known + self.bonus - self.penalty)


@dataclass(frozen=True)
class ClassStanding:
    """Everybody on the roster; who has handed in nothing (that was graded) has None."""

    set: str
    exercises: tuple[str, ...]
    max_points: float
    learners: tuple[tuple[Person, Standing | None], ...]


def class_standing(course: Course, set_: str) -> ClassStanding:
    """The standing of the whole class in a set. Raises UnknownName or WorkbookError."""
    exercises = course.set(set_).exercises
    with reading(course) as connection:
        assignment, due = assignment_of(connection, set_)
        people = _people(connection)
        standings = _standings(connection, assignment, due)
        most = _max_points(connection, assignment)
    learners = tuple((person, standings.get(person.id)) for person in people)
    return ClassStanding(set_, exercises, most, learners)


def _people(connection: Connection) -> list[Person]:
    from nbgrader.api import Student

    table = Student.__table__
    columns = [table.c[name] for name in ("id", "first_name", "last_name", "email", "lms_user_id")]
    rows = connection.execute(select(*columns))
    people = [Person(*(value or "" for value in row)) for row in rows]
    return sorted(people, key=lambda p: (p.last_name.casefold(), p.first_name.casefold(), p.id))


def _max_points(connection: Connection, assignment: str) -> float:
    from nbgrader.api import BaseCell, GradeCell, Notebook

    graded, cell, notebook = GradeCell.__table__, BaseCell.__table__, Notebook.__table__
    joined = graded.join(cell, graded.c.id == cell.c.id).join(
        notebook, cell.c.notebook_id == notebook.c.id
    )
    wanted = select(func.sum(graded.c.max_score)).select_from(joined)
    return connection.scalar(wanted.where(notebook.c.assignment_id == assignment)) or 0.0


def _standings(
    connection: Connection, assignment: str, due: datetime | None
) -> dict[str, Standing]:
    standings: dict[str, Standing] = {}
    penalties: dict[str, dict[str, float]] = {}
    for row in connection.execute(_grades(assignment)):
        standing = standings.setdefault(row.student_id, Standing())
        if due and row.timestamp:
            late = row.timestamp - due - (row.extension or (due - due))
            standing.late_seconds = max(0, int(late.total_seconds()))
        _add(standing, row)
        penalties.setdefault(row.student_id, {})[row.exercise] = row.penalty or 0.0
    for student, by_exercise in penalties.items():
        standings[student].penalty = sum(by_exercise.values())
    return standings


def _grades(assignment: str) -> Any:
    """Select every grade of an assignment, with its learner, exercise and cell."""
    from nbgrader.api import BaseCell, Grade, Notebook, SubmittedAssignment, SubmittedNotebook

    submission, submitted = SubmittedAssignment.__table__, SubmittedNotebook.__table__
    notebook, grade, cell = Notebook.__table__, Grade.__table__, BaseCell.__table__
    joined = (
        submission.join(submitted, submitted.c.assignment_id == submission.c.id)
        .join(notebook, submitted.c.notebook_id == notebook.c.id)
        .join(grade, grade.c.notebook_id == submitted.c.id)
        .join(cell, grade.c.cell_id == cell.c.id)
    )
    return (
        select(
            submission.c.student_id,
            submission.c.timestamp,
            submission.c.extension,
            notebook.c.name.label("exercise"),
            submitted.c.late_submission_penalty.label("penalty"),
            cell.c.name.label("cell"),
            grade.c.auto_score,
            grade.c.manual_score,
            grade.c.extra_credit,
            grade.c.needs_manual_grade,
        )
        .select_from(joined)
        .where(submission.c.assignment_id == assignment)
    )


def _add(standing: Standing, row: Any) -> None:
    score = row.auto_score if row.manual_score is None else row.manual_score
    before = standing.points.setdefault(row.exercise, None)
    if score is not None:
        standing.points[row.exercise] = (before or 0.0) + score
    standing.bonus += row.extra_credit or 0.0
    standing.pending |= bool(row.needs_manual_grade)
    standing.unknown |= score is None and row.cell.startswith("check_")
