"""Which slip, or which two, would give exactly what an answer gives: found in the book, then run."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from grader.bank.codefile import CodeFile
from grader.bank.exercise import Answer
from grader.judge.behaviour import Behaviour, case_key, fingerprint
from grader.judge.match import behaves_like
from grader.judge.reference import Reference
from grader.judge.trial import Result
from grader.judge.verdict import Diagnosis

if TYPE_CHECKING:
    from grader.mutation import Mutant

_SECONDS = 1.0
"""A learner waits no longer for a diagnosis; the counterexample is there all the same."""


def diagnose_slip(
    reference: Reference, answer: Answer, results: Sequence[Result]
) -> Diagnosis | None:
    """The slip in a worked solution that gives the same outcome on every case; else two slips.

    Several slips may behave alike: then the first in the order of the book is told, and it is true
    of the answer as the others are.
    """
    enough = time.monotonic() + _SECONDS
    for code, diagnosis in _candidates(reference, answer, results):
        if behaves_like(reference, answer, code, results):
            return diagnosis
        if time.monotonic() > enough:
            return None
    return None


def _candidates(
    reference: Reference, answer: Answer, results: Sequence[Result]
) -> Iterator[tuple[CodeFile, Diagnosis]]:
    """Programs that may behave like the answer, with what is said if they do."""
    book = reference.books.get(answer.name)
    if book is None:
        return
    seen = {
        key: fingerprint(
            answer, reference.expected(answer.name, result.case.inputs), result.outcome
        )
        for result in results
        if (key := case_key(result.case)) in book.cases
    }
    for behaviour in book.like(seen):
        mutant = _mutant(reference, answer, behaviour)
        if mutant:
            text = f"Your answer gives exactly what this slip would give: {mutant.sentence}."
            code = replace(reference.mutated(answer.name, mutant.language), text=mutant.text)
            yield code, Diagnosis(_id(mutant), text)
    for one, other in book.pairs_like(seen):
        first, second = _mutant(reference, answer, one), _mutant(reference, answer, other)
        if first and second:
            yield from _both(reference, answer, first, second)


def _both(
    reference: Reference, answer: Answer, first: Mutant, second: Mutant
) -> Iterator[tuple[CodeFile, Diagnosis]]:
    from grader.mutation import combined  # slow to import: sqlglot

    code = reference.mutated(answer.name, first.language)
    both = combined(code.text, code.language, first.slip, second.slip)
    if both is not None:
        text = (
            "Your answer gives exactly what two slips together would give. "
            f"First: {first.sentence}. Second: {second.sentence}."
        )
        yield replace(code, text=both), Diagnosis(f"{_id(first)} + {_id(second)}", text)


def _mutant(reference: Reference, answer: Answer, behaviour: Behaviour) -> Mutant | None:
    return reference.mutant(answer.name, behaviour.language, behaviour.change)


def _id(mutant: Mutant) -> str:
    return f"slip: {mutant.operator}"
