"""The interface between the judge and whatever runs answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from grader.sandbox.outcome import Outcome

DEFAULT_SECONDS = 5.0
"""Time limit of an answer on one case, unless the exercise, the case or the learner says otherwise."""


class Runner(Protocol):
    """Runs the answers of one submission, one case at a time."""

    def run(self, answer: str, inputs: Mapping[str, Any], seconds: float) -> Outcome:
        """What `answer` gives on fresh copies of `inputs` within `seconds`.

        BREAK_IT is given no inputs: its outcome is the example that the learner wrote, as plain data.
        """
        ...

    def run_each(
        self, answer: str, batch: Sequence[Mapping[str, Any]], seconds: float
    ) -> list[Outcome] | None:
        """What `answer` gives on each of `batch`, in one go of `seconds`; rows in no order.

        None where that cannot be done, or where something went wrong on the way: then only `run`
        tells.
        """
        ...
