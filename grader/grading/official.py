"""The cases of a course: the public hand-made ones, and random ones from the course's own seed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from grader.bank import load_cases
from grader.bank.cases import PRACTICE_SEED, CaseBook, CheckedCase
from grader.bank.exercise import Exercise


def official_book(exercise: Exercise, seed: int, public: CaseBook) -> CaseBook:
    """The cases drawn from `seed`. Those with the inputs of a `public` case are that case; the
    others are hidden.

    Hand-made cases do not depend on the seed, so a course has all of them, whatever its secret.
    """
    if seed == PRACTICE_SEED:
        return public
    known = {_content(case): case for case in public.cases}
    cases = []
    for drawn in load_cases(exercise, seed).cases:
        same = known.get(_content(drawn))
        if same:
            cases.append(replace(same, number=drawn.number))
        else:
            cases.append(replace(drawn, hidden=True))
    return CaseBook(exercise, seed, tuple(cases), public.extra_check)


def _content(case: CheckedCase) -> tuple[Any, ...]:
    """What a case is, but for the order of the rows of its tables."""
    inputs = [
        (name, tuple(sorted(map(repr, value))) if isinstance(value, tuple) else repr(value))
        for name, value in case.inputs.items()
    ]
    return case.name, case.answers, case.seconds, tuple(sorted(inputs))
