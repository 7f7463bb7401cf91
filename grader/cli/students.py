"""``workbook students``: who is in a course."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.console import out
from grader.cli.course import CourseFolder, course_at

students = typer.Typer(help="Who is in a course.", no_args_is_help=True)


@students.callback()
def _students() -> None:
    """Who is in a course. A callback keeps `import` a command of its own."""


@students.command("import")
def import_(
    roster: Annotated[
        Path,
        typer.Argument(help="A CSV file: id,first_name,last_name,email. Also Canvas's, Moodle's."),
    ],
    course: CourseFolder = None,
) -> None:
    """Bring the learners of a CSV file into the gradebook; repeat it whenever the file changes."""
    there = course_at(course)
    from grader.course.roster import import_roster, read_roster

    changes = import_roster(there, read_roster(roster))
    out.print(f"{changes.added} added, {changes.changed} changed, {changes.same} as they were.")
