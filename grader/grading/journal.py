"""The journal: every grade that was ever found out, one line each, never changed again.

A line is ``{"sha256": "<16 hex digits>", "grade": {...}}``; the digits are those of the grade's
text. A line is on the disk before `append` returns. A line that a killed run or a full disk cut
short is closed with a blank line by the next append, and passed over by every reader.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import filelock

from grader.errors import WorkbookError
from grader.grading.result import NotebookGrade, from_json, to_json

Key = tuple[str, str, str]
"""Student, set, exercise."""

_LINE = re.compile(rb'\{"sha256": "([0-9a-f]{16})", "grade": (.*)\}', re.S)


@dataclass(frozen=True)
class Contents:
    """The latest grade of each (student, set, exercise); what could not be read, for a person."""

    grades: dict[Key, NotebookGrade]
    warnings: tuple[str, ...] = ()


class Journal:
    """The journal of a course, in the file at `path`, which the first append creates."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def grades(self) -> dict[Key, NotebookGrade]:
        """The latest grade of each (student, set, exercise)."""
        return self.read().grades

    def read(self) -> Contents:
        """All there is to know. Raises WorkbookError when the file cannot be read."""
        grades: dict[Key, NotebookGrade] = {}
        damaged = []
        for number, line, torn in self._lines():
            try:
                grade = _decoded(line)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                if not torn:
                    damaged.append(number)
            else:
                grades[grade.student, grade.set, grade.exercise] = grade
        warnings = [
            f"{self.path}, line {number}, is damaged and passed over. "
            "If a grade is missing now, the next run finds it out again."
            for number in damaged
        ]
        return Contents(grades, tuple(warnings))

    def append(self, grade: NotebookGrade) -> None:
        """Write a grade down. When this returns it is on the disk, whatever happens then.

        Raises WorkbookError when it cannot be written; all earlier grades are still there.
        """
        line = _encoded(grade)
        try:
            is_new = not self.path.exists()
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
            file = os.open(self.path, flags, 0o600)
            try:
                _write(file, b"\n\n" + line if _is_torn(file) else line)
                os.fsync(file)
            finally:
                os.close(file)
            if is_new:
                _sync_folder(self.path.parent)
        except OSError as error:
            raise WorkbookError(
                f"The grade of {grade.student} in {grade.exercise} cannot be written to "
                f"{self.path}: {error.strerror}.",
                help="Make room or mend that, and run the command again: no earlier grade is lost.",
            ) from error

    def _lines(self) -> Iterator[tuple[int, bytes, bool]]:
        """Number and text of each line, and whether it is known that it was cut short."""
        try:
            lines = self.path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise WorkbookError(
                f"The journal {self.path} cannot be read: {error.strerror}.",
                help="Mend that, and run the command again.",
            ) from error
        for number, line in enumerate(lines, 1):
            if line:
                torn = number == len(lines) or not lines[number]
                yield number, line, torn


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold the lock at `path`, as one grader at a time may. It ends with the process, even a killed one.

    Raises WorkbookError when another one holds it, or it cannot be made.
    """
    held = filelock.FileLock(path, timeout=0, mode=0o600)
    try:
        held.acquire()
    except filelock.Timeout as error:
        raise WorkbookError(
            f"Another run of the grader is at work on this course: it holds {path}.",
            help="Wait until it ends, or end it; then run the command again.",
        ) from error
    except OSError as error:
        raise WorkbookError(
            f"The lock {path} cannot be made: {error.strerror}.",
            help="Check that you may write in that folder.",
        ) from error
    try:
        yield
    finally:
        held.release()


def _encoded(grade: NotebookGrade) -> bytes:
    body = json.dumps(to_json(grade), separators=(",", ":")).encode("ascii")
    return b'{"sha256": "%s", "grade": %s}\n' % (_digest(body), body)


def _decoded(line: bytes) -> NotebookGrade:
    """The grade of a line. Raises ValueError and what from_json raises when it is no whole line."""
    whole = _LINE.fullmatch(line)
    if not whole or whole[1] != _digest(whole[2]):
        raise ValueError("not a line as it was written")
    return from_json(json.loads(whole[2]))


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode("ascii")


def _is_torn(file: int) -> bool:
    """Whether the file ends in the middle of a line."""
    size = os.fstat(file).st_size
    return size > 0 and os.pread(file, 1, size - 1) != b"\n"


def _write(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _sync_folder(folder: Path) -> None:
    """Put the name of a new file on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
