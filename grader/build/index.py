"""notebooks/index.ipynb: the map of the bank."""

from __future__ import annotations

from collections.abc import Sequence

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from grader.bank.exercise import Exercise
from grader.build.card import points
from grader.build.notebook import finished

_WELCOME = """\
# The interview workbook

Every question here is an exercise you can run: read the story, look at the data, write SQL or
pandas, and run the check. It tells you at once whether you are right, and if not, on which small
input you are wrong and why.

Run the next cell (Shift + Enter) to see what you have solved; then open an exercise from the map."""

_HOW = """\
## How it works

- Open an exercise and run its cells from top to bottom. `%load_ext grader` brings the tables and
  these functions:
- `check("answer")` judges one answer, `check()` all of the notebook.
- `check("break_it")` judges the bonus: you are shown a wrong answer, and write the smallest input
  on which it fails.
- `hint("answer")` gives one hint at a time.
- `solution("answer")` shows the worked solutions once you have solved it; before that,
  `solution("answer", give_up=True)` shows them and notes that you looked.
- `reset("answer")` gives you an empty answer cell again; `progress()` shows where you stand.
- The contract card in each notebook is the whole truth about what is asked: every rule the check
  applies is on it."""


def index_notebook(exercises: Sequence[Exercise]) -> nbformat.NotebookNode:
    """Welcome, what is solved, a table of the exercises by track, and how it works."""
    cells = [
        new_markdown_cell(_WELCOME),
        new_code_cell("%load_ext grader\nprogress()"),
        new_markdown_cell("## The map\n\n" + "\n\n".join(_tracks(exercises))),
        new_markdown_cell(_HOW),
    ]
    return finished(cells, {"workbook": {"exercise": "index"}})


def _tracks(exercises: Sequence[Exercise]) -> list[str]:
    tracks = dict.fromkeys(exercise.track for exercise in exercises)
    return [
        f"### {track.capitalize()}\n\n"
        "| exercise | difficulty | answers | points | minutes | tags |\n"
        "| :-- | :-- | --: | --: | --: | :-- |\n"
        + "\n".join(_row(exercise) for exercise in exercises if exercise.track == track)
        for track in tracks
    ]


def _row(exercise: Exercise) -> str:
    return (
        f"| [{exercise.title}]({exercise.id}.ipynb) | {exercise.difficulty} "
        f"| {len(exercise.answers)} | {points(exercise.points).split()[0]} | {exercise.minutes} "
        f"| {', '.join(exercise.tags)} |"
    )
