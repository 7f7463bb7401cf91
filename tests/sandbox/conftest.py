"""Running small pieces of code as answers to the toy exercises, in both runners."""

from __future__ import annotations

import pytest
from outcomes import INPUTS, answers_of

from grader.bank import load_cases, load_exercise
from grader.sandbox import InPlace, Separate


@pytest.fixture
def query_cases(toy):
    return load_cases(load_exercise("spending")).cases


@pytest.fixture
def in_place(toy):
    """Runs code as an answer in this process: in_place("customer_spend", "SELECT 1")."""

    def run(name, code, inputs=None, seconds=5.0):
        exercise = load_exercise("longest_runs" if name == "longest_runs" else "spending")
        runner = InPlace(exercise, answers_of(name, code))
        return runner.run(name, inputs or INPUTS[exercise.id], seconds)

    return run


@pytest.fixture
def separate(toy):
    """Runs code as an answer in a process of its own."""

    def run(name, code, inputs=None, seconds=5.0):
        exercise = load_exercise("longest_runs" if name == "longest_runs" else "spending")
        with Separate(exercise, answers_of(name, code)) as runner:
            return runner.run(name, inputs or INPUTS[exercise.id], seconds)

    return run
