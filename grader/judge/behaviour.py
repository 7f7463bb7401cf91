"""The book of behaviours: what every mutant of an exercise gives, as short fingerprints.

It is built once for a version of an exercise (`workbook build`) and says which mutants may behave
like an answer. Whether they do is then seen by running them: a fingerprint only saves the work.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.bank import codefile
from grader.bank.cases import CheckedCase
from grader.bank.codefile import Language
from grader.bank.exercise import Answer, Exercise
from grader.judge.compare import compare
from grader.judge.compare_tables import align
from grader.sandbox import Kind, Outcome
from grader.table import Table

FILE = "behaviours.json"
RIGHT = "="
"""The fingerprint of a right outcome."""


@dataclass(frozen=True)
class Behaviour:
    """A mutant by the file it is made from and its change, with its fingerprint on each case."""

    language: Language
    change: str
    operator: str
    sentence: str
    fingerprints: tuple[str, ...]

    @property
    def only_order(self) -> bool:
        return all(print_ == RIGHT for print_ in self.fingerprints)


@dataclass(frozen=True)
class Book:
    """The behaviours of one answer's mutants on some hand-made cases, which `cases` names by their
    inputs: they are the same for every seed."""

    cases: tuple[str, ...]
    behaviours: tuple[Behaviour, ...]

    def like(self, seen: Mapping[str, str]) -> list[Behaviour]:
        """The mutants whose fingerprints are those `seen` by case; none unless all cases were seen."""
        if not set(self.cases) <= set(seen):
            return []
        wanted = tuple(seen[case] for case in self.cases)
        return [behaviour for behaviour in self.behaviours if behaviour.fingerprints == wanted]

    def pairs_like(self, seen: Mapping[str, str]) -> Iterator[tuple[Behaviour, Behaviour]]:
        """Pairs of which each accounts for the cases that the other leaves right.

        There must be such cases for both of them: two slips that only together do what was seen, one
        making up for the other, would be a strange story. Where both go wrong, anything may come of
        it; pairs with few such cases come first. A slip that only disturbs the order of rows, which
        fingerprints do not see, may join one that accounts for everything else.
        """
        if not set(self.cases) <= set(seen):
            return
        wanted = tuple(seen[case] for case in self.cases)
        found = []
        for number, one in enumerate(self.behaviours):
            for other in self.behaviours[number + 1 :]:
                if one.language == other.language:
                    both_wrong = _account_for(one, other, wanted)
                    if both_wrong is not None:
                        found.append((both_wrong, number, one, other))
        yield from ((one, other) for _, _, one, other in sorted(found, key=lambda f: f[:2]))


def _account_for(one: Behaviour, other: Behaviour, wanted: tuple[str, ...]) -> int | None:
    """On how many cases both go wrong; None when the pair is not to be proposed."""
    for alone, with_it in ((one, other), (other, one)):
        if alone.fingerprints == wanted:
            return 0 if with_it.only_order else None
    both = by_one = by_other = 0
    for a, b, goal in zip(one.fingerprints, other.fingerprints, wanted, strict=True):
        if a != RIGHT and b != RIGHT:
            both += 1
        elif goal != (b if a == RIGHT else a):
            return None
        else:
            by_one += a != RIGHT
            by_other += b != RIGHT
    return both if by_one and by_other else None


def version(exercise: Exercise) -> str:
    """A digest of everything the book depends on: contract, cases, worked solutions."""
    digest = hashlib.sha256()
    paths = [exercise.folder / "exercise.toml", exercise.folder / "cases.py"]
    paths += [c.path for a in exercise.answers.values() for c in codefile.solutions(exercise, a)]
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def read_file(exercise: Exercise) -> dict[str, Any] | None:
    """The content of the exercise's file; None when there is none for this version of it."""
    try:
        found = json.loads((exercise.folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if found.get("version") == version(exercise) else None


def read_books(exercise: Exercise) -> dict[str, Book]:
    """The book of every answer; empty when there is none for this version of the exercise."""
    found = read_file(exercise)
    if found is None:
        return {}
    return {
        name: Book(
            tuple(book["cases"]),
            tuple(
                Behaviour(language, change, operator, sentence, tuple(prints.split()))
                for language, change, operator, sentence, prints in book["behaviours"]
            ),
        )
        for name, book in found["answers"].items()
    }


def books_text(exercise: Exercise, books: Mapping[str, Book], mutants: str) -> str:
    """The text of the file that read_books reads; `mutants` is a digest of what it was built from."""
    answers = {
        name: {
            "cases": list(book.cases),
            "behaviours": [
                [b.language, b.change, b.operator, b.sentence, " ".join(b.fingerprints)]
                for b in book.behaviours
            ],
        }
        for name, book in books.items()
    }
    content = {"version": version(exercise), "mutants": mutants, "answers": answers}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def case_key(case: CheckedCase) -> str:
    """A case by its inputs, whatever the order of rows."""
    parts = [
        f"{name}={sorted(map(repr, value)) if isinstance(value, tuple) else _text(value)}"
        for name, value in sorted(case.inputs.items())
    ]
    return _short(";".join(parts))


def fingerprint(answer: Answer, expected: Outcome, outcome: Outcome) -> str:
    """RIGHT, or eight characters that are the same for the same wrong outcome, rows in any order."""
    if compare(replace(answer, order=""), expected, outcome) is None:
        return RIGHT
    if outcome.kind is not Kind.VALUE:
        return outcome.kind.value
    value = outcome.value
    if isinstance(value, Table):
        rows = align(answer, value).rows
        types = tuple(answer.columns.values())
        return _short(repr(sorted(repr(tuple(map(_rounded, row, types))) for row in rows)))
    return _short(repr(_rounded(value)))


def _rounded(value: Any, type_: str = "") -> Any:
    """Numbers to seven digits, so that the last ones, which nobody judges, do not show."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float) or (isinstance(value, int) and type_ == "DOUBLE"):
        return f"{value + 0.0:.6e}"
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return value


def _text(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"{value.dtype}{value.shape}{hashlib.sha256(value.tobytes()).hexdigest()}"
    return repr(value)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
