"""Grades as the grader would find them, and what the gradebook then holds."""

from __future__ import annotations

import sqlite3
from typing import Any

from grader.bank import load_exercise
from grader.course.folder import Course
from grader.grading.result import AnswerGrade, NotebookGrade, State
from grader.report.facts import Facts, Line


def answer_grade(name: str, points: float | None, most: float, said: str = "") -> AnswerGrade:
    lines = (Line("Why", said),) if said else ()
    report = Facts("✗", f"{name}: wrong on 1 of 2 cases", f"{points} / {most} points", lines=lines)
    return AnswerGrade(name, "wrong", points, most, report)


def notebook_grade(
    student: str, exercise: str = "spending", points: float | None = 1.5, **changes: Any
) -> NotebookGrade:
    """A grade with the same points for every answer, and something written for every cell."""
    answers = load_exercise(exercise).answers.values()
    written = {answer.name: f"{answer.name} = 1" for answer in answers}
    facts: dict[str, Any] = {
        "state": State.GRADED if points is not None else State.ATTENTION,
        "answers": tuple(answer_grade(a.name, points, a.points) for a in answers),
        "written": {**written, "explain": "Because."},
    }
    return NotebookGrade(student, "week1", exercise, "key", **{**facts, **changes})


def rows(course: Course, query: str, *arguments: object) -> list[tuple[Any, ...]]:
    with sqlite3.connect(course.gradebook) as connection:
        return connection.execute(query, arguments).fetchall()


def change(course: Course, statement: str) -> None:
    with sqlite3.connect(course.gradebook) as connection:
        connection.execute(statement)


def scores(course: Course, student: str, exercise: str = "spending") -> dict[str, tuple[Any, ...]]:
    """(auto score, manual score, extra credit, needs a person) of each graded cell."""
    found = rows(
        course,
        """SELECT cell.name, auto_score, manual_score, extra_credit, needs_manual_grade
        FROM grade JOIN base_cell cell ON cell.id = grade.cell_id
        JOIN submitted_notebook mine ON mine.id = grade.notebook_id
        JOIN notebook ON notebook.id = mine.notebook_id
        JOIN submitted_assignment given ON given.id = mine.assignment_id
        WHERE given.student_id = ? AND notebook.name = ?""",
        student,
        exercise,
    )
    return {
        name: (auto, manual, extra, bool(person)) for name, auto, manual, extra, person in found
    }


def dump(course: Course) -> list[tuple[Any, ...]]:
    """All that the gradebook knows of submissions, without the ids, which are drawn at random."""
    return rows(
        course,
        """SELECT student_id, timestamp, notebook.name, cell.name, 'grade', auto_score,
            manual_score, extra_credit, needs_manual_grade
        FROM submitted_assignment given JOIN submitted_notebook mine ON mine.assignment_id = given.id
        JOIN notebook ON notebook.id = mine.notebook_id
        LEFT JOIN grade ON grade.notebook_id = mine.id LEFT JOIN base_cell cell ON cell.id = cell_id
        UNION ALL
        SELECT student_id, timestamp, notebook.name, cell.name, 'comment', NULL, NULL, NULL, NULL
        FROM submitted_assignment given JOIN submitted_notebook mine ON mine.assignment_id = given.id
        JOIN notebook ON notebook.id = mine.notebook_id
        LEFT JOIN comment ON comment.notebook_id = mine.id LEFT JOIN base_cell cell ON cell.id = cell_id
        ORDER BY 1, 2, 3, 4, 5""",
    )
