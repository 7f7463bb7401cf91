"""Tables of a lesson that the store does not have as they are: data.py in the exercise folder."""

from __future__ import annotations

import importlib.util

import pandas as pd

from grader.bank.exercise import Exercise

FILE = "data.py"


def lesson_tables(exercise: Exercise) -> dict[str, pd.DataFrame]:
    """What `tables()` of the exercise's data.py makes of the store's tables; nothing without it."""
    path = exercise.folder / FILE
    if not path.is_file():
        return {}
    spec = importlib.util.spec_from_file_location(f"data_of_{exercise.id}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.tables()
