"""The property check of an answer whose right results are many: check.py in the answer's folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from grader.bank.exercise import Answer, Exercise
from grader.bank.module import run_file
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
    module = run_file(exercise.folder / answer.name / FILE)
    if not callable(getattr(module, "check", None)):
        raise ExerciseError(
            f"solutions/{exercise.id}/{answer.name}/{FILE} defines no function check.",
            help="Write it: check(inputs, value) returns a sentence, or None.",
        )
    return module.check
