"""Do an answer and the solution still differ, in the same way, on smaller inputs?"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from grader.bank.cases import CaseBook
from grader.bank.exercise import Answer
from grader.judge.compare import compare
from grader.judge.fault import Fault, FaultKind
from grader.judge.reference import Reference
from grader.sandbox import Outcome, Runner

Inputs = Mapping[str, Any]

_SECONDS = 8.0
"""A slow answer is shown a larger example rather than kept waiting; others never come near."""
_AHEAD = 16
"""The first candidate is looked at alone: often it fails, and one execution for many candidates costs
as much as two or three for one. Then so many are looked at together, and ever more."""


class Differ:
    """Tries inputs for one answer that is wrong; `first` is how."""

    def __init__(
        self,
        answer: Answer,
        book: CaseBook,
        reference: Reference,
        runner: Runner,
        first: tuple[Fault, Outcome],
        seconds: float,
    ) -> None:
        self.answer = answer
        self._book = book
        self._reference = reference
        self._runner = runner
        self._first = first
        self._seconds = seconds
        self._enough = time.monotonic() + _SECONDS
        # A wrong order shows only when an input is run alone.
        self._one_by_one = answer.kind == "function" or first[0].kind is FaultKind.ORDER
        self._together = not self._one_by_one

    @property
    def together(self) -> bool:
        """Whether many candidates cost little more than one."""
        return self._together

    def first_failing(self, candidates: Iterable[Inputs]) -> Inputs | None:
        """The first candidate that the contract allows and on which the failure is of the same kind."""
        waiting = iter(candidates)
        size = 1
        while time.monotonic() < self._enough:
            window = list(islice(waiting, size))
            if not window:
                return None
            allowed = [c for c in window if not self._book.violation(self.answer.name, c)]
            found = self._look_at(allowed) if allowed else None
            if found is not None:
                return found
            if not self._one_by_one:
                size = _AHEAD if size == 1 or not self._together else 4 * size
        return None

    def doubt(self) -> None:
        """Look at every candidate alone from now on: together they gave something else."""
        self._one_by_one, self._together = True, False

    def fails(self, candidate: Inputs) -> bool:
        return self.first_failing([candidate]) is not None

    def fault(self, inputs: Inputs) -> tuple[Fault, Outcome] | None:
        """How the answer fails on one input, run alone; None when it is right."""
        expected = self._reference.expected(self.answer.name, inputs)
        outcome = self._runner.run(self.answer.name, inputs, self._seconds)
        self._reference.forget(inputs)
        fault = compare(self.answer, expected, outcome)
        return (fault, outcome) if fault else None

    def _look_at(self, window: Sequence[Inputs]) -> Inputs | None:
        if self._one_by_one or len(window) == 1:
            return next((inputs for inputs in window if self._same(self.fault(inputs))), None)
        name = self.answer.name
        expected = self._reference.expected_fresh(name, window)
        outcomes = self._runner.run_each(name, window, self._seconds) if self._together else None
        self._together = outcomes is not None
        unordered = replace(self.answer, order="")
        for number, (inputs, right) in enumerate(zip(window, expected, strict=True)):
            outcome = (
                self._runner.run(name, inputs, self._seconds)
                if outcomes is None
                else outcomes[number]
            )
            fault = compare(unordered, right, outcome)
            if self._same((fault, outcome) if fault else None):
                return inputs
        return None

    def _same(self, found: tuple[Fault, Outcome] | None) -> bool:
        return found is not None and _same_failure(self._first, found)


_APART = (FaultKind.ERROR, FaultKind.ORDER, FaultKind.COLUMNS, FaultKind.TYPE, FaultKind.NO_ERROR)
NO_RESULT = (FaultKind.TIMEOUT, FaultKind.MEMORY)


def _same_failure(first: tuple[Fault, Outcome], other: tuple[Fault, Outcome]) -> bool:
    """An error stays that error, a wrong order stays one; wrong contents may show in another way."""
    kind, other_kind = first[0].kind, other[0].kind
    if kind is FaultKind.ERROR and first[1].failure and other[1].failure:
        return first[1].failure.name == other[1].failure.name
    return kind == other_kind or (kind not in _APART and other_kind not in (*_APART, *NO_RESULT))
