"""Run break_it, which gives no result but an input: tables or arguments, as plain data."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from grader.bank.exercise import BREAK_IT
from grader.plain import MAX_DEPTH, Odd, odd
from grader.sandbox.execute import outcome_of
from grader.sandbox.outcome import Outcome, error
from grader.table import NotATable, Table, from_value, plain_cell

MAX_ROWS = 1_000
_MAX_VALUES = 20_000
_MAX_TEXT = 100_000

TOO_LARGE = "too large"
"""The name of the failure of an example that nobody would read."""


class ExampleTooLarge(ValueError):
    """More rows, values or text than an example may hold; the message says so kindly."""

    def __init__(self) -> None:
        super().__init__(
            f"an example is small: at most {MAX_ROWS:,} rows or values. A handful is enough here."
        )


def run_example(function: Callable[..., Any], seconds: float) -> Outcome:
    """The outcome of a learner's break_it: what it returns, made plain."""
    try:
        inspect.signature(function).bind()
    except TypeError:
        text = f"{BREAK_IT} takes no arguments; yours takes {inspect.signature(function)}."
        return error("wrong parameters", text)
    except ValueError:  # no signature to look at
        pass

    def call() -> Any:
        try:
            return plain_example(function())
        except ExampleTooLarge as large:
            return large

    outcome = outcome_of(function, call, seconds)
    if isinstance(outcome.value, ExampleTooLarge):
        return error(TOO_LARGE, str(outcome.value))
    return outcome


def plain_example(value: Any) -> Any:
    """An example by exact type: dict, list, tuple, plain cells, Table for whatever is a frame.

    Unlike the result of a function, lists and tuples stay apart and dates stay dates. Raises
    ExampleTooLarge. What is plain already stays as it is, so the trusted side calls it again on
    what reached it.
    """
    return _Plainer().plain(value)


class _Plainer:
    """Makes values plain while counting them, so that it stops early."""

    def __init__(self) -> None:
        self._values = self._text = 0

    def plain(self, value: Any, depth: int = 0) -> Any:
        if depth > MAX_DEPTH:
            return Odd(type(value).__name__, "nested too deeply")
        self._count(value)
        if isinstance(value, Mapping):
            return {self.plain(k, depth + 1): self.plain(v, depth + 1) for k, v in value.items()}
        if isinstance(value, tuple):
            return tuple(self.plain(item, depth + 1) for item in value)
        if isinstance(value, list):
            return [self.plain(item, depth + 1) for item in value]
        if isinstance(value, np.ndarray):
            return self.plain(value.tolist(), depth + 1)
        if isinstance(value, Odd) or type(value) is float:
            return value
        if isinstance(value, Table):
            for row in value.rows:
                for cell in row:
                    self._count(cell)
            return value
        return self._frame(value) if _is_frame(value) else plain_cell(value)

    def _frame(self, value: Any) -> Any:
        try:
            return self.plain(from_value(value))
        except NotATable:
            return odd(value)

    def _count(self, value: Any) -> None:
        self._values += 1
        self._text += len(value) if isinstance(value, str) else 0
        rows = len(value) if isinstance(value, pd.DataFrame | list | tuple | Mapping) else 0
        if self._values > _MAX_VALUES or self._text > _MAX_TEXT or rows > MAX_ROWS:
            raise ExampleTooLarge


def _is_frame(value: Any) -> bool:
    library = type(value).__module__.partition(".")[0]
    return library in ("pandas", "polars", "pyarrow", "duckdb", "_duckdb") and hasattr(
        value, "columns"
    )
