"""Do an answer and the solution still differ, in the same way, on a smaller input?"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from grader.bank.cases import CaseBook
from grader.bank.exercise import Answer
from grader.judge.fault import Fault, FaultKind
from grader.judge.reference import Reference
from grader.sandbox import Outcome, Runner

_SECONDS = 8.0
"""A slow answer is shown a larger example rather than kept waiting; others never come near."""


class Differ:
    """Tries inputs, one by one, on an answer that is wrong; `first` is how.

    Looking at many in one execution, as is done for cases, was measured: planning it costs as much
    as two or three single runs, and of a shrinking input the first or second candidate mostly fails.
    """

    def __init__(
        self,
        answer: Answer,
        book: CaseBook,
        reference: Reference,
        runner: Runner,
        first: tuple[Fault, Outcome],
        seconds: float,
    ) -> None:
        self._answer = answer
        self._book = book
        self._reference = reference
        self._runner = runner
        self._first = first
        self._seconds = seconds
        self._enough = time.monotonic() + _SECONDS

    def fails(self, inputs: Mapping[str, Any]) -> bool:
        """Whether the contract allows the input and the answer fails on it in the same way."""
        if time.monotonic() > self._enough or self._book.violation(self._answer.name, inputs):
            return False
        found = self.fault(inputs)
        return found is not None and _same_failure(self._first, found)

    def fault(self, inputs: Mapping[str, Any]) -> tuple[Fault, Outcome] | None:
        """How the answer fails on an input; None when it is right."""
        outcome = self._runner.run(self._answer.name, inputs, self._seconds)
        fault = self._reference.fault(self._answer, inputs, outcome)
        self._reference.forget(inputs)
        return (fault, outcome) if fault else None


_APART = (FaultKind.ERROR, FaultKind.ORDER, FaultKind.COLUMNS, FaultKind.TYPE, FaultKind.NO_ERROR)
NO_RESULT = (FaultKind.TIMEOUT, FaultKind.MEMORY)


def _same_failure(first: tuple[Fault, Outcome], other: tuple[Fault, Outcome]) -> bool:
    """An error stays that error, a wrong order stays one; wrong contents may show in another way."""
    kind, other_kind = first[0].kind, other[0].kind
    if kind is FaultKind.ERROR and first[1].failure and other[1].failure:
        return first[1].failure.name == other[1].failure.name
    return kind == other_kind or (kind not in _APART and other_kind not in (*_APART, *NO_RESULT))
