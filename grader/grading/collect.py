"""Read what learners handed in, as data: every trouble is a finding about one learner.

The folders hold whatever learners uploaded. No link is followed, nothing but ordinary files is
opened, and nothing is read without a bound.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from grader.bank import load_exercise
from grader.errors import WorkbookError
from grader.submission import HandedOut, handed_out
from grader.submission.cells import MAX_BYTES, Notebook, read_cells
from grader.submission.notebook import submission_of
from grader.submission.printable import printable

MAX_FILES = 200
_MAX_PARSED = 10
"""Notebooks under unexpected names whose code is parsed to see what they are."""


@dataclass(frozen=True)
class Piece:
    """A learner's notebook of one exercise.

    `content` is None where no notebook was handed in (0 points), and where one cannot be read:
    `complaint` then says why a person must look. `file` is its name as messages show it, from the
    folder of the submission; `warnings` what was odd and costs nothing.
    """

    student: str
    set: str
    exercise: str
    content: bytes | None = None
    file: str = ""
    complaint: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether nothing was handed in."""
        return self.content is None and not self.complaint


def collect(
    submitted: Path, set_: str, exercises: Sequence[str], students: Sequence[str] = ()
) -> list[Piece]:
    """All of `each_piece` at once; of a large class the notebooks may not fit into memory."""
    return list(each_piece(submitted, set_, exercises, students))


def each_piece(
    submitted: Path, set_: str, exercises: Sequence[str], students: Sequence[str] = ()
) -> Iterator[Piece]:
    """A piece for each exercise of each learner (of those named) who has a folder for the set.

    In the order of the learners' names. Raises WorkbookError when there is no folder `submitted`.
    """
    try:
        with os.scandir(submitted) as entries:
            folders = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        raise WorkbookError(
            f"The folder {submitted} cannot be read: {error.strerror}.",
            help="Collect the submissions first, with nbgrader collect or zip_collect.",
        ) from error
    ours = {name: handed_out(load_exercise(name)) for name in exercises}
    for student in folders:
        if not students or student in students:
            yield from _of_student(submitted / student, set_, ours)


def _of_student(folder: Path, set_: str, ours: Mapping[str, HandedOut]) -> Iterator[Piece]:
    """The pieces of one learner, none where there is no folder for the set."""
    student, place = printable(folder.name), folder / set_
    try:
        if not stat.S_ISDIR(folder.lstat().st_mode) and not folder.is_symlink():
            return  # a file that lies about
        complaint = _of_no_use(folder, place)
    except FileNotFoundError:
        return
    except OSError as error:
        complaint = f"The folder of the submission cannot be opened: {error.strerror}."
    if complaint:
        yield from (Piece(student, set_, exercise, complaint=complaint) for exercise in ours)
        return
    found = _search(place, ours)
    for exercise in ours:
        piece = _chosen(place, exercise, found, ours[exercise])
        yield replace(piece, student=student, set=set_)


def _of_no_use(folder: Path, place: Path) -> str:
    """Why nothing is read from a learner's folder; "" where it can be. Raises OSError."""
    mode = (folder if folder.is_symlink() else place).lstat().st_mode
    if printable(folder.name) != folder.name:
        return f"The folder {printable(folder.name)} has a name that no learner's id can be."
    if stat.S_ISLNK(mode):
        return "The folder of the submission is a link, which is not followed."
    if not stat.S_ISDIR(mode):
        return "There is a file where the folder of the submission should be."
    return ""


@dataclass(frozen=True)
class _File:
    """A file of a submission: its path from the submission's folder, and what is in it."""

    path: str
    content: bytes | None = None
    trouble: str = ""

    @property
    def shown(self) -> str:
        return printable(self.path)


@dataclass(frozen=True)
class _Found:
    """What lies beside the notebooks with the right names: notebooks by their exercise (most answers
    first), what may be a notebook but cannot be read, remarks for a person.
    """

    notebooks: Mapping[str, list[tuple[int, _File]]]
    troubles: tuple[str, ...]
    remarks: tuple[str, ...]


def _chosen(place: Path, exercise: str, found: _Found, ours: HandedOut) -> Piece:
    """The piece of one exercise: the file of that name, unless only another holds answers."""
    exact = _read(place, f"{exercise}.ipynb")
    others = found.notebooks[exercise]
    if exact.content is not None and (not others or others[0][0] <= 0 or _answers(exact, ours) > 0):
        notes = _passed_over(exact, [file for _, file in others])
        return Piece("", "", exercise, exact.content, exact.shown, warnings=notes)
    if others:
        best, *rest = (file for _, file in others)
        why = exact.trouble or ("holds no answer" if exact.content is not None else "is not there")
        instead = f"{exact.shown} {why}; {best.shown} is graded in its place."
        notes = (instead, *_passed_over(best, rest))
        return Piece("", "", exercise, best.content, best.shown, warnings=notes)
    if exact.trouble:
        complaint = f"{exact.shown} {exact.trouble}."
        return Piece("", "", exercise, None, exact.shown, complaint, found.remarks)
    complaint = " ".join(found.troubles)
    none = () if complaint else (f"There is no notebook {exact.shown}.",)
    return Piece("", "", exercise, None, "", complaint, (*none, *found.remarks))


def _passed_over(taken: _File, others: list[_File]) -> tuple[str, ...]:
    """A remark about other notebooks of the same exercise, but for copies of the one taken."""
    different = [file.shown for file in others if file.content != taken.content]
    if not different:
        return ()
    return (f"{taken.shown} is graded; passed over: {', '.join(different)}.",)


def _answers(file: _File, ours: HandedOut) -> int:
    """How many answers are written in a notebook; -1 where it cannot be read."""
    try:
        return len(submission_of(read_cells(file.content or b"", ""), ours).answers.codes)
    except WorkbookError:
        return -1


def _search(place: Path, ours: Mapping[str, HandedOut]) -> _Found:
    """Look for notebooks beside those with the right names, also one folder below."""
    names, remarks, troubles = _listed(place)
    notebooks: dict[str, list[tuple[int, _File]]] = {name: [] for name in ours}
    parsed = 0
    for name in names:
        if name in {f"{exercise}.ipynb" for exercise in ours}:
            continue
        if re.search(r"\.(?:zip|rar|7z|tar|gz|tgz)$", name, re.I):
            remarks.append(f"{printable(name)} was not unpacked; nothing in it is read.")
        if not re.search(r"\.ipynb|\.json$", name, re.I):
            continue
        file = _read(place, name)
        if file.content is None:
            troubles.append(f"{file.shown} {file.trouble}.")
            continue
        parsed += 1
        if parsed > _MAX_PARSED:
            remarks.append(f"There are more notebooks; {file.shown} and others are not looked at.")
            break
        exercise = _recognised(file, ours)
        if exercise:
            notebooks[exercise].append((_answers(file, ours[exercise]), file))
        else:
            remarks.append(f"{file.shown} is no notebook of this set.")
    for candidates in notebooks.values():
        candidates.sort(key=lambda candidate: -candidate[0])  # stable: by name within a number
    return _Found(notebooks, tuple(troubles), tuple(remarks))


def _listed(place: Path) -> tuple[list[str], list[str], list[str]]:
    """Paths of files in the folder and one folder below; remarks; troubles."""
    remarks: list[str] = []
    troubles: list[str] = []
    files: list[str] = []
    folders = [""]
    for folder in folders:
        try:
            with os.scandir(place / folder) as entries:
                some = sorted(islice(entries, MAX_FILES + 1), key=lambda entry: entry.name)
        except OSError as error:
            shown = f"The folder {printable(folder)}" if folder else "The folder of the submission"
            troubles.append(f"{shown} cannot be opened: {error.strerror}.")
            continue
        for entry in some:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith((".", "__MACOSX")):
                continue
            if len(files) + len(folders) > MAX_FILES:
                remarks.append(f"It holds more than {MAX_FILES} files; not all are looked at.")
                return files, remarks, troubles
            if not entry.is_dir(follow_symlinks=False):
                files.append(path)
            elif not folder:
                folders.append(path)
    return files, remarks, troubles


def _recognised(file: _File, ours: Mapping[str, HandedOut]) -> str:
    """The exercise whose notebook a file is, by what it says, asks for, holds, is called; or ""."""
    try:
        notebook = read_cells(file.content or b"", "")
    except WorkbookError:
        return _by_name(file.path, ours)
    if notebook.exercise in ours:
        return notebook.exercise
    opened = [name for cell in notebook.cells if cell.code for name in _OPENS.findall(cell.source)]
    for name in reversed(opened):
        if name in ours:
            return name
    return _by_answers(notebook, ours) or _by_name(file.path, ours)


_OPENS = re.compile(r"""^[ \t]*exercise\([ \t]*["'](\w+)["'][ \t]*\)""", re.M)


def _by_answers(notebook: Notebook, ours: Mapping[str, HandedOut]) -> str:
    counts = {name: len(submission_of(notebook, ours[name]).answers.codes) for name in ours}
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] else ""


def _by_name(path: str, ours: Mapping[str, HandedOut]) -> str:
    name = re.sub(r"\W+", "_", path.rpartition("/")[2].casefold())
    named = [exercise for exercise in ours if exercise in name]
    return max(named, key=len, default="")


def _read(place: Path, path: str) -> _File:
    """A file of a submission. `trouble` says why it has no content, "" where there is no file."""
    # O_NOFOLLOW: a link may lead to the gradebook. O_NONBLOCK: a FIFO would wait for a writer.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        status = (place / path).lstat()  # before it is opened: opening a device may do something
        if not stat.S_ISREG(status.st_mode):
            return _File(path, trouble=_KINDS.get(stat.S_IFMT(status.st_mode), "is no file"))
        descriptor = os.open(place / path, flags)
    except FileNotFoundError:
        return _File(path)
    except (OSError, ValueError) as error:
        return _File(path, trouble=f"cannot be read: {getattr(error, 'strerror', error)}")
    with os.fdopen(descriptor, "rb") as file:
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return _File(path, trouble="is no ordinary file")
            content = file.read(MAX_BYTES + 1)
        except OSError as error:
            return _File(path, trouble=f"cannot be read: {error.strerror}")
    if len(content) > MAX_BYTES:
        return _File(path, trouble="is larger than 20 MB")
    return _File(path, content)


_KINDS = {
    stat.S_IFLNK: "is a link, which is not followed",
    stat.S_IFDIR: "is a folder, not a file",
    stat.S_IFIFO: "is no ordinary file",
    stat.S_IFSOCK: "is no ordinary file",
    stat.S_IFCHR: "is a device, not an ordinary file",
    stat.S_IFBLK: "is a device, not an ordinary file",
}
