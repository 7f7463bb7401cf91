"""What a run tells while it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grader.grading.result import NotebookGrade


@dataclass
class Watcher:
    """What a run tells while it goes on; the command line shows it."""

    planned: Callable[[int, int], None] = lambda pending, known: None
    graded: Callable[[NotebookGrade], None] = lambda grade: None
