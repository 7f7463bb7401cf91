"""Tables of a lesson that the store does not have as they are: data.py in the exercise folder."""

from __future__ import annotations

import pandas as pd

from grader.bank.exercise import Exercise
from grader.bank.module import run_file

FILE = "data.py"


def lesson_tables(exercise: Exercise) -> dict[str, pd.DataFrame]:
    """What `tables()` of the exercise's data.py makes of the store's tables; nothing without it."""
    path = exercise.folder / FILE
    return run_file(path).tables() if path.is_file() else {}
