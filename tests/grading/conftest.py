"""Notebooks of the toy exercises, as learners hand them in, and a bench to grade them on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.bank import load_exercise
from grader.build.notebook import learner_notebook
from grader.grading.bench import Bench
from grader.grading.collect import Piece
from grader.grading.grade import grade_notebook
from grader.grading.job import Job
from grader.sandbox.jail.tier import choose_tier


def notebook(exercise: str, **written: str) -> bytes:
    """Our notebook with these cells filled in, by grade_id."""
    made = learner_notebook(load_exercise(exercise))
    for cell in made.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in written:
            cell.source = written[name]
    return json.dumps(made).encode()


@pytest.fixture(scope="module")
def bench():
    """A bench at the best tier of this machine, for all tests of a file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(TOY))
        bench = Bench(choose_tier([]).tier)
        yield bench
        bench.close()


TOY = Path(__file__).parents[1] / "toy"


@pytest.fixture
def grade(toy, bench):
    """Grades bytes as a notebook: grade("longest_runs", content, seed=11)."""

    def grade(exercise, content, seed=11, **piece):
        piece = Piece("ann", "week1", exercise, content, f"{exercise}.ipynb", **piece)
        return grade_notebook(Job(piece, seed, "key"), bench)

    return grade
