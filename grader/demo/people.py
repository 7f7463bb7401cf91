"""Learners who do not exist."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

from grader.course.roster import Learner

_FIRST = (
    "Amina", "Bruno", "Chloe", "Diego", "Elif", "Femi", "Greta", "Hiro", "Ines", "Jonas", "Kaia",
    "Liam", "Mei", "Nadia", "Omar", "Priya", "Quinn", "Rosa", "Sami", "Tara", "Umut", "Vera",
    "Wanja", "Yusuf", "Zoe",
)  # fmt: skip
_LAST = (
    "Adeyemi", "Berg", "Castro", "Dubois", "Eriksen", "Fischer", "Gupta", "Haddad", "Ito", "Jansen",
    "Kaya", "Lopez", "Moreau", "Novak", "Okafor", "Petrov", "Rossi", "Silva", "Tanaka", "Urban",
    "Vogel", "Wang", "Yilmaz", "Zhou",
)  # fmt: skip

MOST = len(_FIRST) * len(_LAST)
"""So many learners have names of their own."""


def made_up(count: int, random: Random) -> list[Learner]:
    """So many learners; of a larger class the first ones are the same. No two share a last name
    before all last names are used.
    """
    lasts, firsts = list(_LAST), list(_FIRST)
    random.shuffle(lasts)
    random.shuffle(firsts)
    # Round by round the first names move on by one, so that no pair comes twice.
    pairs = (
        (firsts[(number + turn) % len(firsts)], last)
        for turn, (number, last) in product(range(len(firsts)), enumerate(lasts))
    )
    return [_learner(first, last) for (first, last), _ in zip(pairs, range(count), strict=False)]


def write_roster(path: Path, learners: Sequence[Learner]) -> None:
    """The CSV file that `workbook students import` reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "first_name", "last_name", "email"])
        rows.writerows([who.id, who.first_name, who.last_name, who.email] for who in learners)


def _learner(first: str, last: str) -> Learner:
    name = f"{first}_{last}".lower()
    return Learner(name, first, last, f"{name}@example.org")
