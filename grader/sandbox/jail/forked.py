"""The Runner of class grading: each notebook's answers run in a confined child of a warm worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grader.bank.exercise import Exercise
from grader.sandbox import wire
from grader.sandbox.code import Answers
from grader.sandbox.jail.warm import WarmWorker
from grader.sandbox.remote import Channel, Remote


class Shelf:
    """Inputs that a worker holds, so that each is sent once and not for every notebook."""

    def __init__(self, worker: WarmWorker) -> None:
        self._worker = worker
        self._numbers: dict[int, int] = {}
        self._inputs: list[Mapping[str, Any]] = []  # kept, so that their ids stay theirs

    def put(self, exercise: Exercise, inputs: Sequence[Mapping[str, Any]]) -> None:
        new = [item for item in inputs if id(item) not in self._numbers]
        if not new:
            return
        first = len(self._inputs)
        self._inputs += new
        self._numbers |= {id(item): first + n for n, item in enumerate(new)}
        encoded = {first + n: wire.inputs_to_wire(item) for n, item in enumerate(new)}
        self._worker.keep({"keep": encoded, "tables": wire.tables_to_wire(exercise.tables)})

    def number(self, inputs: Mapping[str, Any]) -> int | None:
        return self._numbers.get(id(inputs))


class Forked(Remote):
    """A Runner in a child of a warm worker; another child is forked after one has died."""

    def __init__(
        self,
        exercise: Exercise,
        answers: Answers,
        worker: WarmWorker,
        shelf: Shelf,
        budget: float,
    ) -> None:
        super().__init__(exercise, answers, budget)
        self._worker, self._shelf = worker, shelf

    def __enter__(self) -> Forked:
        return self

    def wired(self, inputs: Mapping[str, Any]) -> Any:
        number = self._shelf.number(inputs)
        return super().wired(inputs) if number is None else number

    def _open(self) -> Channel:
        return self._worker.child()
