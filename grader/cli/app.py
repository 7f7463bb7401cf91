"""The app: all commands, and one place where errors become a line a person can act on."""

from __future__ import annotations

import sys

import typer

from grader.cli.assign import assign
from grader.cli.build import build
from grader.cli.check import check
from grader.cli.console import complain
from grader.cli.course import course
from grader.cli.data import data
from grader.cli.demo import demo
from grader.cli.export import export
from grader.cli.feedback import feedback
from grader.cli.grade import grade
from grader.cli.list import list_exercises
from grader.cli.start import start
from grader.cli.students import students
from grader.cli.verify import verify
from grader.errors import WorkbookError

app = typer.Typer(
    help="Practise data-science interview questions in notebooks that judge your answers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (start, check, data, build, verify):
    app.command()(command)
app.command("list")(list_exercises)
for instructors in (assign, grade, feedback, export, demo):
    app.command()(instructors)
app.add_typer(course, name="course")
app.add_typer(students, name="students")


def main() -> None:
    """Run the command line; exit status 2 when something could not be done."""
    try:
        app()
    except WorkbookError as error:
        complain(str(error))
        sys.exit(2)
