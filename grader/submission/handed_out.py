"""What a learner was handed: our notebook of an exercise, to tell the learner's work from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.bank.exercise import Exercise
from grader.submission.cells import normal


@dataclass(frozen=True)
class HandedOut:
    """The names that can be checked, and our cells (as `normal` text): all, by grade_id, code blocks
    in the text cells. Made once per exercise and small; it may travel to other processes.
    """

    exercise: str
    names: tuple[str, ...]
    cells: frozenset[str] = frozenset()
    by_grade_id: Mapping[str, str] = field(default_factory=dict)
    blocks: frozenset[str] = frozenset()


def handed_out(exercise: Exercise) -> HandedOut:
    """What the built notebook of the exercise holds. Raises ExerciseError when it cannot be built."""
    from grader.build.notebook import learner_notebook  # here: a kernel needs nothing of jupytext

    cells = learner_notebook(exercise).cells
    ids = [(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source) for cell in cells]
    texts = [cell.source for cell in cells if cell.cell_type != "code"]
    return HandedOut(
        exercise.id,
        exercise.checked,
        frozenset(normal(cell.source) for cell in cells),
        {grade_id: normal(source) for grade_id, source in ids if grade_id},
        frozenset(normal(block) for text in texts for _, block in fenced(text)),
    )


_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)[^\n]*(?:\n|\Z)", re.M)


def fenced(markdown: str) -> list[tuple[int, str]]:
    """The code blocks of a text: the line each begins on (from 0), and its source."""
    blocks = []
    fences = list(_FENCE.finditer(markdown))
    for number in range(0, len(fences), 2):
        start = fences[number].end()
        end = fences[number + 1].start() if number + 1 < len(fences) else len(markdown)
        blocks.append((markdown.count("\n", 0, start), markdown[start:end]))
    return blocks
