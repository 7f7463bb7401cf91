"""The workbook's engine: judge answers in SQL and Python, and explain what is wrong.

In a notebook, ``%load_ext grader`` brings ``exercise``, ``check``, ``hint``, ``solution``,
``progress`` and ``reset``. Importing this package starts nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ["load_ipython_extension"]


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Called by ``%load_ext grader``."""
    from grader.notebook.extension import load

    load(shell)
