"""Write grades into gradebook.db: each learner's in one transaction, the same however often.

What a person wrote survives. A manual score stays, and is only marked for another look when the
learner has handed in anew since. A grade that is not known never replaces one that is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Table, select

from grader.bank import BREAK_IT
from grader.build.notebook import EXPLAIN_HERE
from grader.course.database import PATIENCE, assignment_of, open_gradebook, writing
from grader.course.folder import Course
from grader.course.timestamp import handed_in_at
from grader.errors import WorkbookError
from grader.grading.result import AnswerGrade, NotebookGrade, State

_FIELDS = ("auto_score", "extra_credit", "needs_manual_grade")
_UNKNOWN: dict[str, Any] = {"needs_manual_grade": True}


def write_grades(
    course: Course, grades: Iterable[NotebookGrade], patience: float = PATIENCE
) -> None:
    """Write grades into the gradebook. Raises WorkbookError where it cannot be written.

    Other programs may have the gradebook open: it is waited for, `patience` seconds at most.
    """
    by_set: dict[str, dict[str, list[NotebookGrade]]] = defaultdict(lambda: defaultdict(list))
    for grade in grades:
        by_set[grade.set][grade.student].append(grade)
    engine = open_gradebook(course, patience)
    try:
        for set_, by_student in by_set.items():
            with writing(course, engine) as connection:
                cells = _cells(connection, set_)
            for theirs in by_student.values():
                cells.demand(theirs)
            for student, theirs in by_student.items():
                handed_in = handed_in_at(course.root / "submitted" / student / set_)
                with writing(course, engine) as connection:
                    _write(connection, cells, student, handed_in, theirs)
    finally:
        engine.dispose()


@dataclass(frozen=True)
class _Cells:
    """What an assignment consists of, in the gradebook: ids by notebook, by the cell's name."""

    assignment: str
    set: str
    notebooks: Mapping[str, str]
    graded: Mapping[str, Mapping[str, str]]
    commented: Mapping[str, Mapping[str, str]]

    def demand(self, grades: Iterable[NotebookGrade]) -> None:
        """Every graded notebook and answer must be known, or points would be lost in silence."""
        for grade in grades:
            graded = self.graded.get(grade.exercise, {})
            wanted = [f"check_{answer.name}" for answer in grade.answers]
            lacking = [name for name in wanted if name not in graded]
            if grade.exercise not in self.notebooks or lacking:
                raise WorkbookError(
                    f'The gradebook\'s set "{self.set}" has no {grade.exercise} '
                    f"{', '.join(lacking)}".rstrip()
                    + ".",
                    help=f"The exercise has changed since: workbook assign {self.set} ... --force",
                )


def _cells(connection: Connection, set_: str) -> _Cells:
    from nbgrader import api

    assignment, _ = assignment_of(connection, set_)
    notebook, cell = api.Notebook.__table__, api.BaseCell.__table__
    wanted = select(notebook.c.id, notebook.c.name).where(notebook.c.assignment_id == assignment)
    names = {row.id: row.name for row in connection.execute(wanted)}
    graded: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    commented: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    cells = select(cell.c.id, cell.c.name, cell.c.type, cell.c.notebook_id)
    for row in connection.execute(cells.where(cell.c.notebook_id.in_(names))):
        kinds = {"GradeCell": [graded], "SolutionCell": [commented]}
        for kind in kinds.get(row.type, [graded, commented]):  # a task cell is both
            kind[names[row.notebook_id]][row.name] = row.id
    return _Cells(assignment, set_, {name: id for id, name in names.items()}, graded, commented)


def _write(
    connection: Connection,
    cells: _Cells,
    student: str,
    handed_in: datetime | None,
    grades: Iterable[NotebookGrade],
) -> None:
    """Everything of one learner. A statement that would change nothing is not made."""
    from nbgrader.api import Grade

    submission, anew = _submission(connection, cells, student, handed_in)
    notebooks = _notebooks(connection, cells, submission)
    there = _rows(connection, cells, notebooks)
    table = Grade.__table__
    changes = []
    by_exercise = {grade.exercise: grade for grade in grades}
    for exercise, names in cells.graded.items():
        for name, cell in names.items():
            old = there[notebooks[exercise], cell]
            new = dict(old)
            if exercise in by_exercise:
                new |= _score(name, by_exercise[exercise])
            if old["manual_score"] is not None:
                new["needs_manual_grade"] = anew or old["needs_manual_grade"]
            if new != old:
                changes.append({"row": new["id"], **{field: new[field] for field in _FIELDS}})
    for change in changes:
        row = change.pop("row")
        connection.execute(table.update().where(table.c.id == row).values(change))


def _score(name: str, grade: NotebookGrade) -> dict[str, Any]:
    """What grading says of a graded cell; a field that is absent stays as it is."""
    if name == "explain":
        return _explain(grade)
    attention = grade.state is State.ATTENTION
    if name == f"check_{BREAK_IT}":
        bonus = grade.bonus
        if attention and bonus is None:
            return _UNKNOWN
        credit = _known(bonus, "extra_credit") if bonus else {"extra_credit": None}
        unknown = bonus is not None and bonus.points is None
        return {"auto_score": 0.0, **credit, "needs_manual_grade": attention or unknown}
    answers = {f"check_{answer.name}": answer for answer in grade.answers}
    if name not in answers:
        return _UNKNOWN
    answer = answers[name]
    unknown = answer.points is None
    return {**_known(answer, "auto_score"), "needs_manual_grade": attention or unknown}


def _known(answer: AnswerGrade, field: str) -> dict[str, float]:
    return {} if answer.points is None else {field: float(answer.points)}


def _explain(grade: NotebookGrade) -> dict[str, Any]:
    """A person grades what was written; what was not written, or never touched, is worth nothing."""
    if grade.state is State.ATTENTION and not grade.written:
        return _UNKNOWN
    text = grade.written.get("explain", "").strip()
    if text in ("", EXPLAIN_HERE):
        return {"auto_score": 0.0, "needs_manual_grade": False}
    return {"auto_score": None, "needs_manual_grade": True}


def _submission(
    connection: Connection, cells: _Cells, student: str, handed_in: datetime | None
) -> tuple[str, bool]:
    """The id of a learner's submission, made where there is none; and whether it is a newer one."""
    from nbgrader.api import Student, SubmittedAssignment

    table = SubmittedAssignment.__table__
    wanted = (table.c.assignment_id == cells.assignment) & (table.c.student_id == student)
    row = connection.execute(select(table.c.id, table.c.timestamp).where(wanted)).first()
    if row and row.timestamp != handed_in:
        connection.execute(table.update().where(wanted).values(timestamp=handed_in))
    if row:
        return row.id, row.timestamp != handed_in
    people = Student.__table__
    if not connection.execute(select(people.c.id).where(people.c.id == student)).first():
        connection.execute(people.insert(), {"id": student})
    new = {"assignment_id": cells.assignment, "student_id": student, "timestamp": handed_in}
    return _insert(connection, table, [new])[0], False


def _notebooks(connection: Connection, cells: _Cells, submission: str) -> dict[str, str]:
    """The ids of a submission's notebooks by exercise; those that are missing are made."""
    from nbgrader.api import SubmittedNotebook

    table = SubmittedNotebook.__table__
    wanted = table.c.notebook_id.in_(cells.notebooks.values())
    rows = connection.execute(select(table).where(wanted & (table.c.assignment_id == submission)))
    by_notebook = {row.notebook_id: row.id for row in rows}
    missing = [id for id in cells.notebooks.values() if id not in by_notebook]
    new = [{"assignment_id": submission, "notebook_id": id} for id in missing]
    made = dict(zip(missing, _insert(connection, table, new), strict=True))
    return {exercise: (by_notebook | made)[id] for exercise, id in cells.notebooks.items()}


def _rows(
    connection: Connection, cells: _Cells, notebooks: Mapping[str, str]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The grades of a submission by (notebook, cell). Missing grades and comments are made."""
    from nbgrader.api import Comment, Grade

    grades, comments = Grade.__table__, Comment.__table__
    fields = [grades.c[name] for name in ("id", "notebook_id", "cell_id", "manual_score", *_FIELDS)]
    for table, by_exercise in ((grades, cells.graded), (comments, cells.commented)):
        wanted = {
            (notebooks[exercise], cell)
            for exercise, names in by_exercise.items()
            for cell in names.values()
        }
        mine = _of(table, wanted)
        rows = connection.execute(select(table.c.notebook_id, table.c.cell_id).where(mine))
        missing = sorted(wanted - {(row.notebook_id, row.cell_id) for row in rows})
        _insert(connection, table, [{"notebook_id": n, "cell_id": c} for n, c in missing])
        if table is grades:
            found = connection.execute(select(*fields).where(mine)).mappings()
            there = {(row["notebook_id"], row["cell_id"]): dict(row) for row in found}
    return there


def _of(table: Table, wanted: Iterable[tuple[str, str]]) -> Any:
    """The condition that finds rows by the unique index of (cell_id, notebook_id)."""
    pairs = list(wanted)
    return table.c.cell_id.in_({cell for _, cell in pairs}) & table.c.notebook_id.in_(
        {notebook for notebook, _ in pairs}
    )


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> list[str]:
    """Insert rows, and the ids they were given."""
    ids = [uuid4().hex for _ in rows]
    if rows:
        connection.execute(
            table.insert(), [{"id": id, **row} for id, row in zip(ids, rows, strict=True)]
        )
    return ids
