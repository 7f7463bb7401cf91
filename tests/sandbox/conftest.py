"""Running small pieces of code as answers to the toy exercises, in both runners."""

from __future__ import annotations

import pytest

from grader.bank import load_cases, load_exercise
from grader.sandbox import Answers, Code, InPlace, Separate, Source

INPUTS = {
    "spending": {
        "customers": ((1, "Ada"), (2, None)),
        "orders": ((7, 1, 2.5, None), (8, None, 4.0, None)),
        "params": ((None,),),
    },
    "longest_runs": {"text": "aabbb", "k": 2},
}


def answers_of(name: str, code: str) -> Answers:
    """A submission of one answer; SQL when it begins like SQL."""
    if code.lstrip().upper().startswith(("SELECT", "WITH", "FROM", "--", "DROP")):
        return Answers({name: Code(name, "sql", code)})
    return Answers({name: Code(name, "python")}, (Source("answer.py", code),))


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
