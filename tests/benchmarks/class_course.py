"""A course with a class for class_grading.py: four exercises, right and wrong answers, each its own text."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import nbformat

from grader import home
from grader.bank import codefile, load_exercise
from grader.bank.exercise import Exercise
from grader.build.notebook import learner_notebook

SET = "week1"
EXERCISES = ("top_sellers", "sessionization", "deduplication", "top_k_words")


def environment(folder: Path) -> dict[str, str]:
    """The environment of every command that is measured: this workbook, no progress of yours."""
    return {
        **os.environ,
        "WORKBOOK_HOME": str(home.root()),
        "WORKBOOK_PROGRESS": str(folder / "progress.jsonl"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONWARNINGS": "ignore",
    }


def make_course(root: Path, learners: int) -> None:
    """The course of `learners`, made with the real commands."""
    workbook = [sys.executable, "-m", "grader"]
    for words in (["course", "init", root], ["assign", SET, *EXERCISES, "--course", root]):
        command = [*workbook, *map(str, words)]
        subprocess.run(command, check=True, env=environment(root.parent), capture_output=True)
    rng = random.Random(1)
    exercises = [load_exercise(name) for name in EXERCISES]
    empty = {exercise.id: learner_notebook(exercise) for exercise in exercises}
    for number in range(learners):
        folder = root / "submitted" / f"s{number:04}" / SET
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC\n")
        for exercise in exercises:
            notebook = nbformat.from_dict(empty[exercise.id])
            written = _answers(exercise, rng)
            for cell in notebook.cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id")
                if name in written:
                    cell.source = _cell(name, written[name], number)
            nbformat.write(notebook, folder / f"{exercise.id}.ipynb")


def _answers(exercise: Exercise, rng: random.Random) -> dict[str, codefile.CodeFile]:
    """An answer for each that is asked for, half of them wrong, a notebook in one language."""
    language = rng.choice(["sql", "python"])
    chosen = {}
    for name, answer in exercise.answers.items():
        right = codefile.solutions(exercise, answer) + codefile.right_answers(exercise, answer)
        known = [wrong.code for wrong in codefile.misconceptions(exercise, answer)]
        some = right if rng.random() < 0.5 else known
        chosen[name] = rng.choice([code for code in some if code.language == language] or some)
    return chosen


def _cell(name: str, code: codefile.CodeFile, number: int) -> str:
    """Two learners never hand in the same: what is alike would be graded once."""
    if code.language == "sql":
        return f"%%sql {name}\n{code.body}\n-- by learner {number}"
    return f"{code.body}\n# by learner {number}"


def part(course: Path, copy: Path, learners: int) -> Path:
    """A copy of a course of which only the first `learners` handed in."""
    shutil.rmtree(copy, ignore_errors=True)
    names = students(course)[:learners]
    shutil.copytree(course, copy, ignore=shutil.ignore_patterns("submitted"))
    for name in names:
        shutil.copytree(course / "submitted" / name, copy / "submitted" / name)
    return copy


def students(course: Path) -> list[str]:
    return sorted(path.name for path in (course / "submitted").iterdir())


def points(course: Path, learners: Iterable[str]) -> list[float]:
    """The points that each learner has in a course's gradebook, by what the machine graded."""
    query = """SELECT student_id, SUM(auto_score) FROM grade
        JOIN submitted_notebook mine ON mine.id = grade.notebook_id
        JOIN submitted_assignment given ON given.id = mine.assignment_id GROUP BY student_id"""
    with sqlite3.connect(course / "gradebook.db") as connection:
        found = dict(connection.execute(query).fetchall())
    return [found.get(learner) or 0.0 for learner in learners]
