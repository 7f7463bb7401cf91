"""What running an answer on one case gave."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    VALUE = "value"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"


@dataclass(frozen=True)
class Failure:
    """An exception as data: its class and base classes by name, its text, the learner's line.

    What is wrong with an answer though it raised nothing has a name of several words.
    """

    types: tuple[str, ...]
    text: str
    line: int | None = None
    source: str = ""

    @property
    def name(self) -> str:
        return self.types[0]

    @property
    def raised(self) -> bool:
        return " " not in self.name

    @property
    def sentence(self) -> str:
        """What happened, as a learner reads it."""
        return f"It stops with {self}" if self.raised else f"{self.text[:1].upper()}{self.text[1:]}"

    def __str__(self) -> str:
        if not self.raised:
            return self.text
        where = f" (line {self.line}: {self.source})" if self.line and self.source else ""
        # DuckDB's texts begin with the name already: "Binder Error: ..."
        named = re.match(r"[A-Z][\w ]* Error: ", self.text)
        name = "" if named else f"{self.name}: " if self.text else self.name
        return f"{name}{self.text.strip()}{where}"


@dataclass(frozen=True)
class Outcome:
    """A value (a Table, or plain data), or why there is none. `changed` names changed inputs."""

    kind: Kind
    value: Any = None
    failure: Failure | None = None
    changed: tuple[str, ...] = ()


def error(name: str, text: str) -> Outcome:
    """An outcome for something that is wrong with the answer but raised no exception."""
    return Outcome(Kind.ERROR, failure=Failure((name,), text))
