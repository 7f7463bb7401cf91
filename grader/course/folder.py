"""A course folder: where everything lies, its secret, and the sets that were assigned.

COURSE/                   an ordinary nbgrader course
├── nbgrader_config.py    source/ release/ submitted/ autograded/ feedback/ gradebook.db are nbgrader's
└── workbook/             what only this grader writes, for the owner's eyes only
    ├── secret            the course's cases are drawn from it
    ├── sets/SET.toml     one file for each set
    ├── journal.jsonl     every grade, as it was found
    └── lock              held while grades are written
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UnknownName, WorkbookError

_CONFIG = "nbgrader_config.py"


@dataclass(frozen=True)
class CourseSet:
    """Exercises that are assigned together: an nbgrader assignment.

    `per_student`: every learner gets cases of their own. `due` is ISO 8601 in UTC
    (2026-12-01T23:59:59), or empty.
    """

    name: str
    exercises: tuple[str, ...]
    per_student: bool = False
    due: str = ""


@dataclass(frozen=True)
class Course:
    """The paths of a course, by name."""

    root: Path

    @property
    def name(self) -> str:
        return self.root.name

    @property
    def source(self) -> Path:
        return self.root / "source"

    @property
    def release(self) -> Path:
        return self.root / "release"

    @property
    def autograded(self) -> Path:
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        return self.root / "feedback"

    @property
    def gradebook(self) -> Path:
        return self.root / "gradebook.db"

    @property
    def workbook(self) -> Path:
        return self.root / "workbook"

    @property
    def journal(self) -> Path:
        return self.workbook / "journal.jsonl"

    @property
    def lock(self) -> Path:
        return self.workbook / "lock"

    @property
    def secret(self) -> Path:
        return self.workbook / "secret"

    def submitted(self, set_: str) -> dict[str, Path]:
        """The folders submitted/STUDENT/SET by student, sorted. Folders with hidden names are none."""
        folders = (self.root / "submitted").glob(f"*/{safe_name('set', set_)}")
        by_student = {folder.parent.name: folder for folder in folders}
        return {student: by_student[student] for student in sorted(by_student) if student[0] != "."}

    def seed(self, exercise: str, student: str | None = None) -> int:
        """The seed of an exercise's cases in this course: the same for all, or for one student.

        The first 63 bits of HMAC-SHA256(secret, message), most significant first; the message is
        EXERCISE, or STUDENT, a zero byte, EXERCISE, in UTF-8.
        """
        message = exercise if student is None else f"{student}\0{exercise}"
        key = bytes.fromhex(self.secret.read_text("ascii"))
        digest = hmac.new(key, message.encode(), hashlib.sha256).digest()
        return int.from_bytes(digest[:8], "big") >> 1

    def sets(self) -> list[str]:
        """The names of all sets, sorted."""
        return sorted(path.stem for path in (self.workbook / "sets").glob("*.toml"))

    def set(self, name: str) -> CourseSet:
        """The set of this name. Raises UnknownName when there is none."""
        if name not in self.sets():
            raise UnknownName("set", name, self.sets())
        path = self.workbook / "sets" / f"{name}.toml"
        try:
            toml = tomllib.loads(path.read_text("utf-8"))
            return CourseSet(
                name, tuple(toml["exercises"]), bool(toml["per_student"]), str(toml["due"])
            )
        except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise WorkbookError(
                f"workbook/sets/{name}.toml cannot be read: {error}.",
                help=f"Mend it, or make the set again with `workbook assign {name} ...`.",
            ) from error

    def remember(self, set_: CourseSet) -> None:
        """Write workbook/sets/SET.toml, whole or not at all."""
        path = self.workbook / "sets" / f"{safe_name('set', set_.name)}.toml"
        text = (
            f"exercises = {json.dumps(set_.exercises)}\n"
            f"per_student = {json.dumps(set_.per_student)}\n"
            f"due = {json.dumps(set_.due)}\n"
        )
        draft = path.with_name(f".{path.name}.draft")
        draft.write_text(text, "utf-8")
        draft.replace(path)


def init_course(folder: Path) -> Course:
    """Make a course in a folder that is new or empty (names with a leading dot do not count)."""
    root = folder.resolve()
    if _is_course(root):
        raise WorkbookError(
            f"{folder} is a course already.", help="Go into it, and assign a set: workbook assign."
        )
    if root.exists() and (not root.is_dir() or any(p.name[0] != "." for p in root.iterdir())):
        raise WorkbookError(
            f"{folder} is not empty, and what is in it is no course of this workbook.",
            help="Name a new folder for the course.",
        )
    course = Course(root)
    config = _CONFIG_TEXT.format(course_id=json.dumps(safe_name("course", root.name)))
    for path in (course.source, root / "submitted"):
        path.mkdir(parents=True)
    course.workbook.mkdir(mode=0o700)
    (course.workbook / "sets").mkdir()
    (course.workbook / ".gitignore").write_text("secret\nlock\n", "utf-8")
    (root / _CONFIG).write_text(config, "utf-8")
    secret = os.open(course.secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(secret, "w") as file:
        file.write(secrets.token_hex(32))
    return course


def open_course(folder: Path | None = None) -> Course:
    """The course in `folder`, or the nearest one from the working directory upwards."""
    here = (folder or Path.cwd()).resolve()
    for root in (here,) if folder else (here, *here.parents):
        if _is_course(root):
            return _private(Course(root))
    raise WorkbookError(
        f"There is no course at {here}{'' if folder else ' or above it'}.",
        help="Make one with `workbook course init DIR`, or name it with --course DIR.",
    )


def safe_name(kind: str, name: str) -> str:
    """`name`, which is safe as a part of a path and for nbgrader; else WorkbookError.

    nbgrader separates names by "+" in the exchange and finds folders by patterns.
    """
    if re.fullmatch(r"\w[\w.@-]{0,99}", name) and not name.endswith("."):
        return name
    raise WorkbookError(
        f'"{name}" cannot be the name of a {kind}.',
        help="Use letters, digits, and _ - . @ after the first; at most 100 of them.",
    )


def _is_course(root: Path) -> bool:
    return (root / _CONFIG).is_file() and (root / "workbook" / "secret").is_file()


def _private(course: Course) -> Course:
    """Whoever reads the secret can draw the course's cases."""
    if os.name == "posix" and course.secret.stat().st_mode & 0o077:
        raise WorkbookError(
            f"{course.secret} can be read or changed by other people.",
            help=f"Run: chmod 600 {course.secret}",
        )
    return course


_CONFIG_TEXT = """\
# nbgrader reads this file. https://nbgrader.readthedocs.io/en/stable/configuration
c = get_config()

c.CourseDirectory.course_id = {course_id}

# The notebooks hold no solutions and no hidden tests that would have to be cleared for learners:
# ClearSolutions would replace our starters, so it and ClearHiddenTests are left out.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Where assignments are released to and collected from, if you use nbgrader's exchange:
# c.Exchange.root = "/srv/nbgrader/exchange"
"""
