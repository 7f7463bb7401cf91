"""The code of answers, as it travels to where it is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True)
class Code:
    """One answer: the text of a query, or a Python function (found in `Answers.python` by name).

    `function` is the live object when the answer was defined in this process.
    """

    name: str
    language: Literal["sql", "python"]
    text: str = ""
    function: Callable[..., Any] | None = None


@dataclass(frozen=True)
class Source:
    """A piece of Python and where it stands: a file, or a cell of a notebook."""

    place: str
    text: str


@dataclass(frozen=True)
class Answers:
    """All answers of a submission. `python` defines its functions, in order.

    `lenient`: statements that fail are passed over, as in a notebook whose other cells are not run.
    """

    codes: Mapping[str, Code] = field(default_factory=dict)
    python: tuple[Source, ...] = ()
    lenient: bool = False
