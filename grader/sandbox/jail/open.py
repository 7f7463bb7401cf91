"""What grading uses: a sandbox of a tier, from which runners for notebooks come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.bank.exercise import Exercise
from grader.sandbox.code import Answers
from grader.sandbox.jail.tier import Tier
from grader.sandbox.process import Separate
from grader.sandbox.remote import Remote


class Sandbox:
    """One worker process of a tier. One runner at a time."""

    def __init__(self, tier: Tier, secret: Sequence[Path] = ()) -> None:
        self.tier = tier
        if tier is Tier.PROCESS:
            return
        from grader.sandbox.jail.forked import Shelf
        from grader.sandbox.jail.warm import WarmWorker

        self._worker = WarmWorker(tier.value, tier.walled, secret)
        self._shelf = Shelf(self._worker)

    def keep(self, exercise: Exercise, inputs: Sequence[Mapping[str, Any]]) -> None:
        """Inputs that many notebooks will be run on."""
        if self.tier is not Tier.PROCESS:
            self._shelf.put(exercise, inputs)

    def runner(self, exercise: Exercise, answers: Answers, budget: float) -> Remote:
        """A Runner of one notebook's answers; `budget` in seconds for each. A context manager."""
        if self.tier is Tier.PROCESS:
            return Separate(exercise, answers, budget)
        from grader.sandbox.jail.forked import Forked

        return Forked(exercise, answers, self._worker, self._shelf, budget)

    def close(self) -> None:
        if self.tier is not Tier.PROCESS:
            self._worker.close()
