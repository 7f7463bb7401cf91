"""What running an answer on one case gave."""

from __future__ import annotations

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
    """An exception as data: its class and base classes by name, its text, the learner's line."""

    types: tuple[str, ...]
    text: str
    line: int | None = None
    source: str = ""

    @property
    def name(self) -> str:
        return self.types[0]

    def __str__(self) -> str:
        where = f" (line {self.line}: {self.source})" if self.line and self.source else ""
        return f"{self.name}: {self.text}{where}" if self.text else f"{self.name}{where}"


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
