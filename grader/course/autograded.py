"""Write autograded/STUDENT/SET: the notebooks that show a learner's grades, from the journal's grades.

A small file in the folder says which grades it shows, so that only what changed is written again,
and what a killed run left behind is found.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader.course.folder import Course
from grader.course.graded_notebook import graded_notebook
from grader.course.timestamp import NAME as TIMESTAMP
from grader.course.timestamp import handed_in_at, timestamp_text
from grader.errors import WorkbookError
from grader.grading.result import Detail, NotebookGrade

_MARK = ".grades"
"""A line for each notebook: exercise, detail, digest. nbgrader passes such names over."""


def write_autograded(
    course: Course,
    set_: str,
    student: str,
    grades: Iterable[NotebookGrade],
    detail: Detail | None = None,
) -> None:
    """Have autograded/STUDENT/SET show these grades, where it does not do so already.

    Notebooks of exercises without a grade stay as they are. Without a `detail` each notebook keeps
    the one it has: DIAGNOSIS at first. The folder changes as a whole: whoever looks finds the old
    one or the new one. Raises WorkbookError where it cannot be written.
    """
    folder = course.autograded / student / set_
    by_exercise = {grade.exercise: grade for grade in grades}
    try:
        _undo_half(folder)
        before = _shown(folder)
        ours = {name: _released(course, set_, name) for name in course.set(set_).exercises}
        after = {}
        for exercise, released in ours.items():
            was = before.get(exercise)
            if exercise in by_exercise:
                seen = detail or (was.detail if was else Detail.DIAGNOSIS)
                after[exercise] = _Shown(seen, _digest(released, by_exercise[exercise]))
            elif was:
                after[exercise] = was
        handed_in = _timestamp(course.root / "submitted" / student / set_)
        if after != before or handed_in != _timestamp(folder):
            _write(folder, ours, by_exercise, after, handed_in)
    except OSError as error:
        raise WorkbookError(
            f"{folder} cannot be written: {error.strerror}.",
            help="Every grade that was found is safe in workbook/journal.jsonl. Make room or mend "
            "that; then run the command again.",
        ) from error


@dataclass(frozen=True)
class _Shown:
    """What a notebook shows: how much, and of which grade."""

    detail: Detail
    digest: str


def _shown(folder: Path) -> dict[str, _Shown]:
    """What the notebooks of a folder show, by exercise; nothing where the folder is not ours."""
    found = {}
    try:
        for line in (folder / _MARK).read_text("utf-8").splitlines():
            exercise, detail, digest = line.split(" ")
            if (folder / f"{exercise}.ipynb").is_file():
                found[exercise] = _Shown(Detail(detail), digest)
    except (FileNotFoundError, ValueError):
        return {}
    return found


def _digest(released: str, grade: NotebookGrade) -> str:
    """Names a notebook that shows a grade. Its key and what is counted here decide all reports."""
    answers = (*grade.answers, *([grade.bonus] if grade.bonus else []))
    found = [(a.name, a.status, a.points, a.max_points, a.cases, a.failed) for a in answers]
    written = (sorted(grade.written.items()), grade.others, grade.complaint, grade.warnings)
    parts = (released, grade.key, grade.state.value, found, written)
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()


def _write(
    folder: Path,
    ours: Mapping[str, str],
    by_exercise: Mapping[str, NotebookGrade],
    shown: Mapping[str, _Shown],
    handed_in: str,
) -> None:
    new, old = _new_and_old(folder)
    new.mkdir(parents=True)
    for exercise, released in ours.items():
        name = f"{exercise}.ipynb"
        if exercise in by_exercise:
            grade, detail = by_exercise[exercise], shown[exercise].detail
            notebook = graded_notebook(json.loads(released), grade, detail)
            (new / name).write_text(json.dumps(notebook, indent=1), "utf-8")
        elif (folder / name).is_file():
            shutil.copyfile(folder / name, new / name)
    if handed_in:
        (new / TIMESTAMP).write_text(handed_in, "ascii")
    lines = [f"{name} {what.detail} {what.digest}\n" for name, what in shown.items()]
    (new / _MARK).write_text("".join(lines), "utf-8")
    if folder.exists():
        folder.rename(old)
    new.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def _undo_half(folder: Path) -> None:
    """Put away what was left by a run that was ended while it wrote the folder."""
    new, old = _new_and_old(folder)
    if old.exists() and not folder.exists():  # ended between the two renames
        old.rename(folder)
    for leftover in (new, old):
        if leftover.exists():
            shutil.rmtree(leftover)


def _new_and_old(folder: Path) -> tuple[Path, Path]:
    """The folder to come and the one that was. nbgrader takes neither name for an assignment."""
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")


def _timestamp(folder: Path) -> str:
    """The text of timestamp.txt where it is a time; else empty."""
    return timestamp_text(folder) or "" if handed_in_at(folder) else ""


def _released(course: Course, set_: str, exercise: str) -> str:
    """Our notebook of an exercise as it was released, else its source."""
    for folder in (course.release, course.source):
        path = folder / set_ / f"{exercise}.ipynb"
        if path.is_file():
            return _text(path, path.stat().st_mtime_ns)
    raise WorkbookError(
        f"release/{set_}/{exercise}.ipynb is missing.",
        help=f"Make it again: workbook assign {set_} ...",
    )


@lru_cache(maxsize=256)
def _text(path: Path, _changed: int) -> str:
    return path.read_text("utf-8")
