"""The errors a person is meant to read.

WorkbookError            what was wrong, and what to do next
├── UnknownName          a name that is not there, with the nearest ones that are
├── ExerciseError        an exercise folder is broken (for authors)
└── RefusedAnswer        the answer cannot be judged as it is written (for learners)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class WorkbookError(Exception):
    """Something a person can mend: `rationale` says what was wrong and where, `help` what to do."""

    def __init__(self, rationale: str, *, help: str) -> None:
        super().__init__(rationale)
        self.rationale = rationale
        self.help = help

    def __str__(self) -> str:
        apart = "\n" if "\n" in self.rationale else " "
        return f"{self.rationale}{apart}{self.help}".strip()


class UnknownName(WorkbookError):
    """A name that is not there."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        known = list(known)
        near = nearest(name, known)
        help = f'Did you mean "{near}"?' if near else f"There is: {', '.join(known) or 'none'}."
        super().__init__(f'There is no {kind} "{name}".', help=help)


class ExerciseError(WorkbookError):
    """An exercise folder is incomplete or contradicts itself."""


class RefusedAnswer(WorkbookError):
    """An answer that cannot be judged as it is written."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` most likely meant, or None."""
    by_key = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(name.casefold(), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None
