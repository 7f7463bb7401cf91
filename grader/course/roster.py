"""The roster: who is in a course, from a CSV file into gradebook.db."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from grader.course.database import open_gradebook, writing
from grader.course.folder import Course, safe_name
from grader.errors import WorkbookError

_HEADINGS = {
    "id": ("student_id", "sis login id", "username", "id number", "id"),
    "first_name": ("first_name", "first name", "firstname"),
    "last_name": ("last_name", "last name", "lastname", "surname"),
    "email": ("email", "email address", "e-mail"),
    "full_name": ("student",),
    "lms_user_id": ("lms_user_id",),
}
"""The headings of our own file, of Canvas and of Moodle, the one to prefer first."""


@dataclass(frozen=True)
class Learner:
    """A line of the roster. What is empty is not known, and replaces nothing that is."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


@dataclass(frozen=True)
class Changes:
    """What an import did to the gradebook: numbers of learners."""

    added: int
    changed: int
    same: int


def read_roster(path: Path) -> list[Learner]:
    """The learners in a CSV file with a line of headings. Raises WorkbookError naming the line."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise WorkbookError(
            f"{path} cannot be read: {error.strerror}.", help="Check its name."
        ) from error
    except UnicodeDecodeError as error:
        raise WorkbookError(
            f"{path} is not in UTF-8.", help='Save it as "CSV UTF-8" in your spreadsheet program.'
        ) from error
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    columns = _columns(path, rows.fieldnames or [])
    learners: dict[str, Learner] = {}
    lines: dict[str, int] = {}
    for row in rows:
        fields = {field: (row[heading] or "").strip() for field, heading in columns.items()}
        if not any(fields.values()) or fields.get("full_name") == "Points Possible":
            continue  # Canvas's second line
        where = f"{path}, line {rows.line_num}"
        learner = _learner(where, fields)
        key = learner.id.casefold()  # they become folders, and some file systems fold case
        if key in learners:
            raise WorkbookError(
                f'{where}: the id "{learner.id}" is on line {lines[key]} already.',
                help="Every learner needs an id of their own.",
            )
        learners[key], lines[key] = learner, rows.line_num
    return list(learners.values())


def import_roster(course: Course, learners: Iterable[Learner]) -> Changes:
    """Bring learners into the gradebook; those that are there are brought up to date."""
    engine = open_gradebook(course)
    from nbgrader.api import Student

    table = Student.__table__
    try:
        with writing(course, engine) as connection:
            known = {row.id: row._asdict() for row in connection.execute(select(table))}
            new, changed, same = [], 0, 0
            for learner in learners:
                row = {key: value for key, value in vars(learner).items() if value}
                if learner.id not in known:
                    new.append({key: value or None for key, value in vars(learner).items()})
                elif row.items() <= known[learner.id].items():
                    same += 1
                else:
                    changed += 1
                    connection.execute(table.update().where(table.c.id == learner.id).values(row))
            if new:
                connection.execute(table.insert(), new)
    finally:
        engine.dispose()
    return Changes(len(new), changed, same)


def _columns(path: Path, headings: Iterable[str]) -> dict[str, str]:
    """The heading of each field that the file has."""
    there = {heading.strip().casefold(): heading for heading in headings if heading}
    columns = {}
    for field, names in _HEADINGS.items():
        for name in names:
            if name in there:
                columns[field] = there[name]
                break
    if "id" not in columns:
        raise WorkbookError(
            f"{path}, line 1: there is no heading for the learners' ids.",
            help="The first line names the columns: id,first_name,last_name,email",
        )
    if columns["id"].strip().casefold() == "sis login id" and "id" in there:
        columns["lms_user_id"] = there["id"]  # in Canvas's files
    return columns


def _learner(where: str, fields: Mapping[str, str]) -> Learner:
    if not fields["id"]:
        raise WorkbookError(f"{where}: the id is missing.", help="Write one, or delete the line.")
    try:
        safe_name("student", fields["id"])
    except WorkbookError as error:
        raise WorkbookError(f"{where}: {error.rationale}", help=error.help) from error
    last, _, first = fields.get("full_name", "").partition(",")
    return Learner(
        fields["id"],
        fields.get("first_name") or first.strip(),
        fields.get("last_name") or last.strip(),
        fields.get("email", ""),
        fields.get("lms_user_id", ""),
    )
