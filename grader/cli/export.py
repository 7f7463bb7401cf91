"""``workbook export``: a set's grades as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.console import complain, out
from grader.cli.course import CourseFolder, course_at
from grader.course.export import Format


def export(
    set_: Annotated[str, typer.Argument(metavar="SET", help="The set's name.")],
    format: Annotated[
        Format, typer.Option(help="Our own table, or for Canvas's or Moodle's import.")
    ] = Format.CSV,
    to: Annotated[Path | None, typer.Option(help="Write to this file; else print.")] = None,
    course: CourseFolder = None,
) -> None:
    """Export the grades of SET. Learners without a submission have empty cells, not zeros."""
    there = course_at(course)
    from grader.course import export as table
    from grader.course.standing import class_standing

    standing = class_standing(there, set_)
    text = table.export(standing, format)
    if to:
        to.write_text(text, "utf-8")
        out.print(f"{len(standing.learners)} learners in {to}.")
    else:
        print(text, end="")
    for sentence in table.still_open(standing):
        complain(sentence)
