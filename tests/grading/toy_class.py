"""A class over the two toy exercises, a course it hands in to, and all that grading it leaves behind."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.bank import codefile, load_exercise
from grader.course.folder import Course, CourseSet, init_course
from grader.course.sets import assign
from grader.grading.journal import Journal
from grader.grading.result import NotebookGrade

TOY = Path(__file__).parents[1] / "toy"
SET = "week1"
EXERCISES = ("spending", "longest_runs")
SOME = ("right0", "wrong0", "crash0")
"""Students of the class about whom the machine knows all."""


@contextmanager
def toy_workbook() -> Iterator[None]:
    """The toy workbook is the workbook, for this process and what it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(TOY))
        yield


def new_course(folder: Path) -> Course:
    """A course with the set assigned and nothing handed in."""
    course = init_course(folder)
    assign(course, CourseSet(SET, EXERCISES))
    return course


def copy_of(course: Course, folder: Path) -> Course:
    """Another course with the same secret and the same files."""
    shutil.copytree(course.root, folder)
    return Course(folder)


Answers = dict[str, str]
"""What a learner wrote, by the name of our cell."""


def right() -> Answers:
    return _codes(lambda exercise, answer: codefile.solutions(exercise, answer)[0].text) | {
        "explain": "It reads each letter once.",
        "break_it": codefile.worked_example(load_exercise("spending")).text,
    }


def wrong() -> Answers:
    return _codes(lambda exercise, answer: codefile.misconceptions(exercise, answer)[0].code.text)


RECURSION = "def longest_runs(text, k):\n    return longest_runs(text, k)"
CRASH = "import os\n\ndef longest_runs(text, k):\n    os._exit(0)"


def hand_in_class(course: Course, copies: int) -> None:
    """Each of the WAYS to hand in by so many learners, whose ids say which: right0, right1, ...

    What several learners hand in alike is graded once; writing it down takes its time for each.
    """
    for copy in range(copies):
        for way, answers in WAYS.items():
            folder = hand_in(course, f"{way}{copy}", answers())
            if way == "corrupt":
                (folder / "spending.ipynb").write_bytes(b'{"cells": [')
            if way == "partial":
                (folder / "longest_runs.ipynb").unlink()


WAYS: dict[str, Callable[[], Answers]] = {
    "right": right,
    "wrong": wrong,
    "recursion": lambda: right() | {"longest_runs": RECURSION},
    "crash": lambda: right() | {"longest_runs": CRASH},
    "corrupt": wrong,
    "partial": wrong,
    "untouched": dict,
    "odd": lambda: {
        "customer_spend": "%%sql customer_spend\nSELEC 1",
        "longest_runs": "longest_runs = 1",
    },
}


def hand_in(course: Course, student: str, answers: Answers, at: str = "10:00:00") -> Path:
    """Have a student hand in notebooks with these answers; returns the folder of the submission."""
    folder = course.root / "submitted" / student / SET
    folder.mkdir(parents=True, exist_ok=True)
    for exercise in EXERCISES:
        notebook = nbformat.read(course.release / SET / f"{exercise}.ipynb", as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in answers:
                cell.source = answers[name]
        nbformat.write(notebook, folder / f"{exercise}.ipynb")
    (folder / "timestamp.txt").write_text(f"2026-11-20 {at} UTC")
    return folder


def command(course: Course, *words: str) -> list[str]:
    """The command line of the real ``workbook grade``."""
    return [sys.executable, "-m", "grader", "grade", SET, "--course", str(course.root), *words]


def grade(course: Course, *words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run the real ``workbook grade`` to its end."""
    width = {**os.environ, "COLUMNS": "160"}
    done = subprocess.run(
        command(course, *words), capture_output=True, text=True, env=width, timeout=600, **more
    )
    done.stderr = " ".join(done.stderr.split())  # however narrow the terminal was taken for
    return done


def grade_some(course: Course, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run it for SOME alone."""
    return grade(course, *(f"--student={student}" for student in SOME), **more)


def journal(course: Course) -> dict[tuple[str, str, str], NotebookGrade]:
    """The latest grades, without what a clock has measured."""
    return {place: _timeless(grade) for place, grade in Journal(course.journal).grades().items()}


def gradebook(course: Course) -> list[tuple[Any, ...]]:
    """Every grade in the gradebook, without the ids, which are drawn at random."""
    query = """
        SELECT given.student_id, given.timestamp, notebook.name, cell.name,
            auto_score, manual_score, extra_credit, needs_manual_grade
        FROM submitted_assignment given
        LEFT JOIN submitted_notebook mine ON mine.assignment_id = given.id
        LEFT JOIN notebook ON notebook.id = mine.notebook_id
        LEFT JOIN grade ON grade.notebook_id = mine.id
        LEFT JOIN base_cell cell ON cell.id = grade.cell_id
        ORDER BY 1, 2, 3, 4"""
    with sqlite3.connect(course.gradebook) as connection:
        return connection.execute(query).fetchall()


def autograded(course: Course) -> dict[str, bytes]:
    """Every file below autograded/."""
    files = (path for path in sorted(course.autograded.rglob("*")) if path.is_file())
    return {path.relative_to(course.autograded).as_posix(): path.read_bytes() for path in files}


def everything(course: Course, *students: str) -> dict[str, Any]:
    """All that grading leaves behind (of these students), without what a clock has measured."""

    def wanted(student: str) -> bool:
        return not students or student in students

    notebooks = autograded(course)
    return {
        "journal": {place: g for place, g in journal(course).items() if wanted(place[0])},
        "gradebook": [row for row in gradebook(course) if wanted(row[0])],
        "autograded": {n: text for n, text in notebooks.items() if wanted(n.partition("/")[0])},
    }


def scores(course: Course, student: str) -> dict[str, tuple[Any, ...]]:
    """(auto score, manual score, needs a person) of each graded cell of a student."""
    return {
        f"{exercise}.{cell}": (auto, manual, bool(person))
        for who, _, exercise, cell, auto, manual, _, person in gradebook(course)
        if who == student
    }


def _codes(choose: Callable[[Any, Any], str]) -> Answers:
    answers = {}
    for exercise in map(load_exercise, EXERCISES):
        for answer in exercise.answers.values():
            text = choose(exercise, answer)
            sql = answer.kind == "query"
            answers[answer.name] = f"%%sql {answer.name}\n{text}" if sql else text
    return answers


def _timeless(grade: NotebookGrade) -> NotebookGrade:
    answers = tuple(replace(answer, seconds=0.0) for answer in grade.answers)
    bonus = grade.bonus and replace(grade.bonus, seconds=0.0)
    return replace(grade, answers=answers, bonus=bonus, seconds=0.0)


def lines(course: Course) -> int:
    """How many grades are in the journal, old ones included."""
    text = course.journal.read_bytes() if course.journal.exists() else b""
    return sum(1 for line in text.split(b"\n")[:-1] if line)
