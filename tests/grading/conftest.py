"""A bench on which notebooks of the toy exercises are graded."""

from __future__ import annotations

import pytest
from toy_notebook import TOY

from grader.grading.bench import Bench
from grader.grading.collect import Piece
from grader.grading.grade import grade_notebook
from grader.grading.job import Job
from grader.sandbox.jail.tier import choose_tier


@pytest.fixture(scope="module")
def bench():
    """A bench at the best tier of this machine, for all tests of a file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(TOY))
        bench = Bench(choose_tier([]).tier)
        yield bench
        bench.close()


@pytest.fixture
def grade(toy, bench):
    """Grades bytes as a notebook: grade("longest_runs", content, seed=11)."""

    def grade(exercise, content, seed=11, **piece):
        piece = Piece("ann", "week1", exercise, content, f"{exercise}.ipynb", **piece)
        return grade_notebook(Job(piece, seed, "key"), bench)

    return grade
