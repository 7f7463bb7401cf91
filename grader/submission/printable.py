"""Names that others chose, as they may stand in a message."""

from __future__ import annotations

from collections.abc import Iterable


def printable(text: str, most: int = 120) -> str:
    """`text` on one line: control characters, half characters and marks that turn text are escaped."""
    shown = "".join(c if c.isprintable() else _escaped(c) for c in text[:most])
    return shown if len(text) <= most else f"{shown}…"


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def in_words(numbers: Iterable[int]) -> str:
    """ "the cells 2, 5", with the end of a long list left out."""
    different = sorted(set(numbers))
    few = ", ".join(map(str, different[:6]))
    more = f" and {len(different) - 6:,} more" if len(different) > 6 else ""
    return f"the cells {few}{more}" if len(different) > 1 else f"cell {few}"
