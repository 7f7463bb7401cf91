"""The app: all commands, and one place where errors become a line a person can act on."""

from __future__ import annotations

import sys

import typer

from grader.cli.build import build
from grader.cli.check import check
from grader.cli.console import complain
from grader.cli.data import data
from grader.cli.verify import verify
from grader.errors import WorkbookError

app = typer.Typer(
    help="Practise data-science interview questions in notebooks that judge your answers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (check, data, build, verify):
    app.command()(command)


def main() -> None:
    """Run the command line; exit status 2 when something could not be done."""
    try:
        app()
    except WorkbookError as error:
        complain(str(error))
        sys.exit(2)

