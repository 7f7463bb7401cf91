"""Notebooks of the toy exercises, as learners hand them in."""

from __future__ import annotations

import json
from pathlib import Path

from grader.bank import load_exercise
from grader.build.notebook import learner_notebook

TOY = Path(__file__).parents[1] / "toy"


def notebook(exercise: str, **written: str) -> bytes:
    """Our notebook with these cells filled in, by grade_id."""
    made = learner_notebook(load_exercise(exercise))
    for cell in made.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in written:
            cell.source = written[name]
    return json.dumps(made).encode()
