"""The command line: ``workbook``. Each command is a module with one function of its name."""

from grader.cli.app import main

__all__ = ["main"]
