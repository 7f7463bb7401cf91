"""The property check of an answer whose right results are many: check.py in the answer's folder."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from typing import Any

from grader.bank.exercise import Answer, Exercise
from grader.errors import ExerciseError

FILE = "check.py"

Checker = Callable[[Mapping[str, Any], Any], str | None]
"""Given the inputs of a case and the plain value that an answer returned (arrays as lists), the
sentence that says what is wrong with it; None when it is right."""


def load_checker(exercise: Exercise, answer: Answer) -> Checker | None:
    """The function `check` of the answer's check.py; None where results are compared.

    Raises ExerciseError when the file defines none.
    """
    if not answer.many_right:
        return None
    path = exercise.folder / answer.name / FILE
    spec = importlib.util.spec_from_file_location(f"check_{exercise.id}_{answer.name}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not callable(getattr(module, "check", None)):
        raise ExerciseError(
            f"solutions/{exercise.id}/{answer.name}/{FILE} defines no function check.",
            help="Write it: check(inputs, value) returns a sentence, or None.",
        )
    return module.check
