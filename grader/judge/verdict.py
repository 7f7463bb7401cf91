"""The judgement of one answer over all cases, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from grader.bank.cases import CheckedCase
from grader.judge.fault import Fault
from grader.sandbox.outcome import Failure, Outcome


class Status(StrEnum):
    CORRECT = "correct"
    WRONG = "wrong"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    MISSING = "missing"


@dataclass(frozen=True)
class Counterexample:
    """A small input on which the answer and the solution differ, with both results.

    `rows` counts what a person has to read: rows of tables that may have several, or items.
    """

    case: CheckedCase
    inputs: Mapping[str, Any]
    expected: Outcome
    actual: Outcome
    fault: Fault
    rows: int


@dataclass(frozen=True)
class Diagnosis:
    """The misconception an answer behaves exactly like, on all cases."""

    id: str
    text: str
    rule: str = ""


@dataclass(frozen=True)
class Verdict:
    """`failed` counts the cases that were not right, of `cases` in all; `stopped_by` is the case whose
    run ended with no result (time, memory), `failure` the error it met, on the case `failed_on`.

    `rule` is the key of the rule it breaks, where one is known.
    `note` says why an answer is missing, `warnings` what is odd though it costs nothing.
    """

    answer: str
    status: Status
    points: float
    max_points: float
    cases: int = 0
    failed: int = 0
    counterexample: Counterexample | None = None
    diagnosis: Diagnosis | None = None
    rule: str = ""
    failure: Failure | None = None
    failed_on: CheckedCase | None = None
    stopped_by: CheckedCase | None = None
    warnings: tuple[str, ...] = ()
    note: str = ""
    seconds: float = 0.0

    @property
    def correct(self) -> bool:
        return self.status is Status.CORRECT

    def warned(self, warnings: tuple[str, ...]) -> Verdict:
        """The same verdict with more warnings."""
        return replace(self, warnings=(*self.warnings, *warnings))
