"""All mutants of a program, and two slips in one."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from grader.bank.codefile import Language
from grader.mutation.mutant import Facts, Mutant, Slip
from grader.mutation.python import program as python_program
from grader.mutation.sql import program as sql_program

_PROGRAMS: dict[str, ModuleType] = {"sql": sql_program, "python": python_program}


def mutants_of(text: str, language: Language, facts: Facts) -> list[Mutant]:
    """The mutants of a program: no two with the same text, none like the program itself.

    Raises ValueError when the program cannot be parsed.
    """
    program = _PROGRAMS[language]
    seen = {program.rewritten(text, {})}
    found: list[Mutant] = []
    for slip in program.slips(text, facts):
        changed = program.rewritten(text, slip.edits)
        if changed is not None and changed not in seen:
            seen.add(changed)
            change = _unique(slip.change, (mutant.change for mutant in found))
            found.append(Mutant(language, changed, slip.operator, slip.sentence, change, slip))
    return found


def combined(text: str, language: Language, one: Slip, other: Slip) -> str | None:
    """The program with both slips; None where one of them lies inside the other."""
    if set(one.edits) & set(other.edits):
        return None
    return _PROGRAMS[language].rewritten(text, {**one.edits, **other.edits})


def _unique(change: str, taken: Iterable[str]) -> str:
    """The change with a number behind it if the same one is made elsewhere in the program."""
    known = set(taken)
    number, name = 1, change
    while name in known:
        number += 1
        name = f"{change} ({number})"
    return name
