"""Where the workbook lives: the checkout that holds solutions/, datasets/ and notebooks/."""

from __future__ import annotations

import os
from pathlib import Path

from grader.errors import WorkbookError

_MARKS = ("solutions", "datasets", "pyproject.toml")


def root() -> Path:
    """The workbook's root folder.

    ``WORKBOOK_HOME`` if it is set; else the first folder from the working directory upwards that
    holds solutions/, datasets/ and pyproject.toml; else the checkout this package was installed from.
    Raises WorkbookError when there is none.
    """
    named = os.environ.get("WORKBOOK_HOME")
    if named:
        if _is_root(Path(named)):
            return Path(named).resolve()
        raise WorkbookError(
            f"WORKBOOK_HOME names {named}, which is not a workbook "
            "(it has no solutions/, datasets/ and pyproject.toml).",
            help="Set it to the folder you cloned, or unset it and start inside that folder.",
        )
    here = Path.cwd().resolve()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[1]):
        if _is_root(folder):
            return folder
    raise WorkbookError(
        f"There is no workbook at {here} or above it.",
        help="Go to the folder you cloned, or set WORKBOOK_HOME to it.",
    )


def state() -> Path:
    """The folder for what can be made again or deleted safely: progress, data, caches."""
    folder = root() / ".workbook"
    folder.mkdir(exist_ok=True)
    return folder


def _is_root(folder: Path) -> bool:
    return all((folder / mark).exists() for mark in _MARKS)
