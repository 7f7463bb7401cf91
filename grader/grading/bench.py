"""What one process needs to grade notebook after notebook: a sandbox, and what it has looked up."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader import home
from grader.bank import load_cases, load_exercise
from grader.bank.cases import CaseBook
from grader.bank.exercise import Exercise
from grader.grading.official import official_book
from grader.judge import Reference
from grader.sandbox.jail.open import Sandbox
from grader.sandbox.jail.tier import Tier
from grader.submission import HandedOut, handed_out

_MOST_BOOKS = 64
_MOST_KEPT = 4  # seeds of an exercise; there are more only where every student has their own


@dataclass(frozen=True)
class Desk:
    """An exercise laid out for judging: our notebook, the public cases, what is right on them."""

    exercise: Exercise
    ours: HandedOut
    public: CaseBook
    reference: Reference


class Bench:
    """One sandbox, and a desk for every exercise that was met."""

    def __init__(self, tier: Tier, secret: tuple[Path, ...] = ()) -> None:
        root = home.root()
        hidden = (root / "solutions", root / "datasets", root / "tests", *secret)
        self.sandbox = Sandbox(tier, hidden)
        self.desk = lru_cache(maxsize=None)(self._desk)
        self._books: OrderedDict[tuple[str, int], CaseBook] = OrderedDict()
        self._kept: Counter[str] = Counter()

    def _desk(self, exercise_id: str) -> Desk:
        exercise = load_exercise(exercise_id)
        public = load_cases(exercise)
        desk = Desk(exercise, handed_out(exercise), public, Reference(exercise))
        self.sandbox.keep(exercise, [case.inputs for case in desk.public.cases])
        return desk

    def book(self, desk: Desk, seed: int) -> CaseBook:
        """The official cases of a seed."""
        key = (desk.exercise.id, seed)
        if key not in self._books:
            self._books[key] = official_book(desk.exercise, seed, desk.public)
            if self._kept[desk.exercise.id] < _MOST_KEPT:
                self._kept[desk.exercise.id] += 1
                self.sandbox.keep(desk.exercise, [case.inputs for case in self._books[key].cases])
            if len(self._books) > _MOST_BOOKS:
                self._forget_oldest()
        self._books.move_to_end(key)
        return self._books[key]

    def _forget_oldest(self) -> None:
        (exercise, _), book = self._books.popitem(last=False)
        for case in book.cases:
            if case.hidden:
                self.desk(exercise).reference.forget(case.inputs)

    def close(self) -> None:
        self.sandbox.close()
