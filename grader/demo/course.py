"""The demo's course: a folder that says what it is, a set from the bank, the class's submissions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from grader.bank import Exercise, exercise_ids, load_exercise
from grader.course.folder import Course, init_course, open_course
from grader.demo.cast import Simulated
from grader.errors import WorkbookError

SET = "week1"
_MARK = "DEMO.md"
_DIFFICULTIES = ("easy", "medium", "hard")


def demo_course(folder: Path) -> Course:
    """The demo course in `folder`, made where there is none. Raises WorkbookError where something
    else is there.
    """
    if (folder / _MARK).is_file():
        return open_course(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkbookError(
            f"{folder} is there already, and is no demo: it stays as it is.",
            help="Name a new folder: workbook demo DIR",
        )
    course = init_course(folder)
    (course.root / _MARK).write_text(_ABOUT, "utf-8")
    return course


def choose_exercises(course: Course) -> list[Exercise]:
    """Those of an earlier demo; else an easy one with queries, and an easy one with functions only:
    of equal difficulty the shortest, because it is graded fastest.
    """
    if SET in course.sets():
        return [load_exercise(id) for id in course.set(SET).exercises]
    bank = sorted(map(load_exercise, exercise_ids()), key=_effort)
    queries = [exercise for exercise in bank if "query" in _kinds(exercise)]
    functions = [exercise for exercise in bank if "query" not in _kinds(exercise)]
    return [*queries[:1], *functions[:1]]


def hand_in(course: Course, simulated: Iterable[Simulated]) -> None:
    """Put submissions where `nbgrader collect` does."""
    for one in simulated:
        folder = course.root / "submitted" / one.learner.id / SET
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in one.papers.items():
            (folder / name).write_bytes(content)
        (folder / "timestamp.txt").write_text(one.timestamp + "\n", "utf-8")


def _effort(exercise: Exercise) -> tuple[int, int]:
    return _DIFFICULTIES.index(exercise.difficulty), len(exercise.answers)


def _kinds(exercise: Exercise) -> set[str]:
    return {answer.kind for answer in exercise.answers.values()}


_ABOUT = """\
# A demo

`workbook demo` made this course: the learners do not exist, and their notebooks were made up. Look
around, grade again, change what you like; it is safe to delete. Run `workbook demo` on it again to
go on with it.
"""
