"""Build the book of behaviours of an exercise: run its mutants, keep what each of them gives."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from grader.bank import codefile, load_cases
from grader.bank.cases import PRACTICE_SEED, CaseBook, CheckedCase
from grader.bank.codefile import CodeFile
from grader.bank.exercise import Answer, Exercise
from grader.judge import Reference, compare
from grader.judge.behaviour import (
    FILE,
    RIGHT,
    Behaviour,
    Book,
    books_text,
    case_key,
    fingerprint,
    read_file,
)
from grader.judge.compare_tables import align
from grader.judge.diagnose import NEVER_DIAGNOSED
from grader.mutation import Mutant, facts_of, mutants_of
from grader.sandbox import Kind, Outcome
from grader.table import Table

_CASES = 16
"""So many cases tell nearly all behaviours apart; the others are for the final look."""
_SECONDS = 2.0
_VARIES = 3


def stale_books(exercise: Exercise) -> bool:
    """Whether the book is not the one of this version of the exercise and of its mutants."""
    return _is_stale(exercise, digest_of_mutants(exercise))


def write_books(exercise: Exercise) -> None:
    """Build the book, unless it is up to date."""
    mutants = digest_of_mutants(exercise)
    if _is_stale(exercise, mutants):
        text = books_text(exercise, build_books(exercise), mutants)
        (exercise.folder / FILE).write_text(text, "utf-8")


def _is_stale(exercise: Exercise, mutants: str) -> bool:
    found = read_file(exercise)
    return found is None or found.get("mutants") != mutants


def digest_of_mutants(exercise: Exercise) -> str:
    """What changes when a mutant does, or what is said about it."""
    digest = hashlib.sha256()
    for answer in exercise.answers.values():
        facts = facts_of(exercise, answer)
        for code in codefile.mutated(exercise, answer):
            for mutant in mutants_of(code.text, code.language, facts):
                told = "" if mutant.vague else mutant.sentence
                digest.update(f"{mutant.change}|{told}|{mutant.text}".encode())
    return digest.hexdigest()[:16]


def build_books(exercise: Exercise) -> dict[str, Book]:
    """The behaviours of the mutants of every answer, on hand-made cases of the public seed."""
    book, other = load_cases(exercise), load_cases(exercise, PRACTICE_SEED + 1)
    reference = Reference(exercise)
    return {
        answer.name: _book(answer, _hand_made(book, other, answer), book, reference)
        for answer in exercise.answers.values()
    }


def _hand_made(book: CaseBook, other: CaseBook, answer: Answer) -> list[CheckedCase]:
    """The cases that do not depend on the seed."""
    keys = {case_key(case) for case in other.for_answer(answer.name)}
    found = {case_key(case): case for case in book.for_answer(answer.name) if not case.seconds}
    return [case for key, case in found.items() if key in keys]


def _book(answer: Answer, cases: list[CheckedCase], book: CaseBook, reference: Reference) -> Book:
    found: list[tuple[Mutant, tuple[str, ...]]] = []
    facts = facts_of(book.exercise, answer)
    # SQL runs on all cases at once: what it tells apart decides on which cases Python is run.
    for code in codefile.mutated(book.exercise, answer):
        if found and code.language == "python":
            cases, found = _narrowed(cases, found)
        for mutant in mutants_of(code.text, code.language, facts):
            if mutant.vague:
                continue
            outcomes = _outcomes(reference, answer, replace(code, text=mutant.text), cases)
            prints = _fingerprints(reference, answer, cases, outcomes)
            if prints:
                found.append((mutant, prints))
    cases, found = _narrowed(cases, found)
    behaviours = tuple(
        Behaviour(mutant.language, mutant.change, mutant.operator, mutant.sentence, prints)
        for mutant, prints in found
    )
    return Book(tuple(map(case_key, cases)), behaviours)


def _outcomes(
    reference: Reference, answer: Answer, code: CodeFile, cases: Sequence[CheckedCase]
) -> list[Outcome]:
    runner = reference.new_runner(code, answer.name)
    found = runner.run_each(answer.name, [case.inputs for case in cases], _SECONDS)
    if found is None:
        found = [runner.run(answer.name, case.inputs, _SECONDS) for case in cases]
    return found


def _fingerprints(
    reference: Reference, answer: Answer, cases: Sequence[CheckedCase], outcomes: Sequence[Outcome]
) -> tuple[str, ...]:
    """Empty where the mutant fails in a way that is never diagnosed, or says nothing."""
    expected = [reference.expected(answer.name, case.inputs) for case in cases]
    faults = [compare(answer, *pair) for pair in zip(expected, outcomes, strict=True)]
    if any(fault and fault.kind in NEVER_DIAGNOSED for fault in faults):
        return ()
    if _says_nothing(answer, expected, outcomes):
        return ()
    return tuple(fingerprint(answer, *pair) for pair in zip(expected, outcomes, strict=True))


def _says_nothing(answer: Answer, expected: Sequence[Outcome], outcomes: Sequence[Outcome]) -> bool:
    """Whether something that should vary never does, such as a join that finds no partner ever.

    Slips of many kinds end in the same emptiness: it does not tell which one was made.
    """
    right, given = _values(answer, expected), _values(answer, outcomes)
    return any(len(right[name]) >= _VARIES and len(given[name]) <= 1 for name in right)


def _values(answer: Answer, outcomes: Sequence[Outcome]) -> dict[str, set[str]]:
    """The different values of each column over all outcomes; of the result, where it is no table."""
    found: dict[str, set[str]] = {name: set() for name in answer.columns or ("result",)}
    for outcome in outcomes:
        if isinstance(outcome.value, Table):
            table = align(answer, outcome.value)
            for name in table.columns:
                found[name] |= {repr(cell) for cell in table.column(name)}
        elif outcome.kind is Kind.VALUE:
            found["result"].add(repr(outcome.value))
    return found


def _narrowed(
    cases: list[CheckedCase], found: list[tuple[Mutant, tuple[str, ...]]]
) -> tuple[list[CheckedCase], list[tuple[Mutant, tuple[str, ...]]]]:
    """The few cases that tell most behaviours apart, chosen one at a time, and what was found there."""
    if len(cases) <= _CASES:
        return cases, found
    chosen: list[int] = []
    while len(chosen) < _CASES:

        def classes(number: int) -> tuple[int, int]:
            columns = [*chosen, number]
            apart = {tuple(prints[c] for c in columns) for _, prints in found}
            return len(apart), sum(prints[number] != RIGHT for _, prints in found)

        chosen.append(max((n for n in range(len(cases)) if n not in chosen), key=classes))
    chosen.sort()
    return [cases[n] for n in chosen], [
        (mutant, tuple(prints[n] for n in chosen)) for mutant, prints in found
    ]
