"""How a result is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    NO_ERROR = "no error"
    COLUMNS = "wrong columns"
    TYPE = "wrong type"
    ORDER = "wrong order"
    COPIES = "wrong number of copies"
    SCALE = "off by one factor"
    COLUMN = "one column wrong"
    ROWS = "wrong rows"
    VALUE = "wrong value"


@dataclass(frozen=True)
class Fault:
    """A kind, and one sentence a learner reads."""

    kind: FaultKind
    text: str
