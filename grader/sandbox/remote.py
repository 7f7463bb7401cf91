"""A Runner whose answers run in another process: what is asked of it, and what is believed."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from grader.bank.exercise import Exercise
from grader.plain import EmptyArray, Odd
from grader.sandbox import wire
from grader.sandbox.code import Answers
from grader.sandbox.limits import WALL
from grader.sandbox.outcome import Kind, Outcome, error
from grader.table import Table

_GRACE_SECONDS = 3.0  # the process ends a run by itself; this is for one that does not
DISTURBED = "disturbed process"
_DISTURBED = "it disturbed the process it ran in: no result."


class Channel(Protocol):
    """A line to a process that runs the answers of one submission."""

    def send(self, message: Any) -> None:
        """Raises OSError when the other end is gone."""
        ...

    def receive(self, seconds: float) -> Any:
        """The next message. Raises TimeoutError, EOFError at the end, ValueError for what is none."""
        ...

    def close(self) -> bool:
        """End the process and all it left. False when it had said more than it was asked."""
        ...


class Remote:
    """Ask a process to run answers; open it when needed, and again after it died.

    `budget` is the time in seconds that one answer may use in all, over all its cases; all answers
    together may use twice as much. Use as a context manager: the process is gone at the end.
    """

    def __init__(self, exercise: Exercise, answers: Answers, budget: float = float("inf")) -> None:
        self._exercise, self._answers = exercise, answers
        self._job = wire.job_to_wire(exercise, answers)
        self._channel: Channel | None = None
        self._asked = 0
        self._budget = budget
        self._used: dict[str, float] = {}
        self.disturbed = False
        """Whether the code said what it was not asked: then nothing it said is to be believed."""

    def __enter__(self) -> Remote:
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def run(self, answer: str, inputs: Mapping[str, Any], seconds: float) -> Outcome:
        outcome = self._ask(answer, {"inputs": self.wired(inputs)}, seconds)
        spec = self._exercise.answers.get(answer)
        if spec and outcome.kind is Kind.VALUE and not _of_kind(spec.gives_table, outcome.value):
            return self._disturb()
        return outcome

    def run_each(
        self, answer: str, batch: Sequence[Mapping[str, Any]], seconds: float
    ) -> list[Outcome] | None:
        if answer not in self._exercise.answers:
            return None
        if self._exercise.answers[answer].kind != "query" or not batch:
            return None
        if self._answers.codes[answer].language != "sql":
            return None
        outcome = self._ask(answer, {"batch": [self.wired(inputs) for inputs in batch]}, seconds)
        tables = outcome.value
        if outcome.kind is not Kind.VALUE or not isinstance(tables, list):
            return None
        if len(tables) != len(batch) or not all(isinstance(table, Table) for table in tables):
            return None
        return [Outcome(Kind.VALUE, table) for table in tables]

    def wired(self, inputs: Mapping[str, Any]) -> Any:
        """The inputs as they are sent."""
        return wire.inputs_to_wire(inputs)

    def _open(self) -> Channel:
        raise NotImplementedError

    def _ask(self, answer: str, asked: dict[str, Any], seconds: float) -> Outcome:
        if self.disturbed:
            return error(DISTURBED, _DISTURBED)
        together = 2 * self._budget - sum(self._used.values())
        left = min(self._budget - self._used.get(answer, 0), together)
        if left <= 0:
            return Outcome(Kind.TIMEOUT)
        started = time.monotonic()
        try:
            wait = min(seconds * WALL + _GRACE_SECONDS, left)
            return self._exchange({"answer": answer, "seconds": seconds, **asked}, wait)
        finally:
            used = self._used.get(answer, 0) + time.monotonic() - started
            self._used[answer] = used

    def _exchange(self, request: dict[str, Any], wait: float) -> Outcome:
        if self._channel is None:
            self._channel = self._open()
            self._channel.send(self._job)
        self._asked += 1
        try:
            self._channel.send({"number": self._asked, **request})
            reply = self._channel.receive(wait)
            if reply["number"] != self._asked:
                raise ValueError("a reply that was not asked for")
            return wire.outcome_from_wire(reply)
        except TimeoutError:
            self._cut_off()
            return Outcome(Kind.TIMEOUT)
        except (EOFError, OSError):
            self._cut_off()
            return error("ended process", "it ended the process it ran in, so there is no result.")
        except (ValueError, KeyError, TypeError, RecursionError):
            return self._disturb()

    def _disturb(self) -> Outcome:
        self.disturbed = True
        self._cut_off()
        return error(DISTURBED, _DISTURBED)

    def _cut_off(self) -> None:
        """End a process in the middle: what it was about to say is nobody's fault."""
        if self._channel:
            self._channel.close()
        self._channel = None

    def _hang_up(self) -> None:
        if self._channel and not self._channel.close():
            self.disturbed = True
        self._channel = None


def _of_kind(table: bool, value: Any) -> bool:
    """Whether our own code in the process could have sent this value for an answer of a kind."""
    if table:
        return type(value) is Table
    if type(value) in (list, dict):
        return all(_of_kind(table, v) for v in (value.values() if type(value) is dict else value))
    return value is None or type(value) in (bool, int, float, str, Odd, EmptyArray)
