"""Run one answer on one case in this process, and turn whatever happens into an Outcome."""

from __future__ import annotations

import contextlib
import inspect
import io
import linecache
import traceback
import warnings
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb

from grader.bank.exercise import Answer, TableSpec
from grader.errors import RefusedAnswer
from grader.plain import plain
from grader.sandbox.database import Database
from grader.sandbox.inputs import changed, fresh, originals
from grader.sandbox.limits import WALL, TimeLimitReached, time_limit
from grader.sandbox.outcome import Failure, Kind, Outcome, error
from grader.table import NotATable, from_value

_MAX_TEXT = 600


def run_query(
    database: Database,
    sql: str,
    inputs: Mapping[str, Any],
    seconds: float,
    earlier: Mapping[str, str],
) -> Outcome:
    """The outcome of a SQL answer."""
    try:
        with time_limit(seconds):
            return Outcome(Kind.VALUE, database.query(sql, inputs, seconds * WALL, earlier))
    except (TimeLimitReached, duckdb.InterruptException):
        return Outcome(Kind.TIMEOUT)
    except (MemoryError, duckdb.OutOfMemoryException):
        return Outcome(Kind.MEMORY)
    except RefusedAnswer as refusal:
        return error("not a query", str(refusal))
    except NotATable as odd:
        return error("not a table", str(odd))
    except Exception as raised:
        return Outcome(Kind.ERROR, failure=Failure(type_names(raised), str(raised)[:_MAX_TEXT]))


def run_query_on_each(
    database: Database,
    sql: str,
    batch: Sequence[Mapping[str, Any]],
    seconds: float,
    earlier: Mapping[str, str],
) -> list[Outcome] | None:
    """The outcomes of a SQL answer on many inputs at once, rows in no order.

    None when anything goes wrong: which input it is on only single runs tell.
    """
    try:
        with time_limit(seconds):
            tables = database.query_each(sql, batch, seconds * WALL, earlier)
    except (TimeLimitReached, MemoryError, RefusedAnswer, NotATable, duckdb.Error):
        return None
    return [Outcome(Kind.VALUE, table) for table in tables]


def run_function(
    function: Callable[..., Any],
    answer: Answer,
    specs: Mapping[str, TableSpec],
    inputs: Mapping[str, Any],
    seconds: float,
) -> Outcome:
    """The outcome of a Python answer: a query's function gets DataFrames by keyword."""
    kept = originals(answer, specs, inputs)
    given = {name: fresh(value) for name, value in kept.items()}
    complaint = _cannot_take(function, answer, given)
    if complaint:
        return error("wrong parameters", complaint)

    def call() -> Any:
        value = function(**given) if answer.kind == "query" else function(*given.values())
        return from_value(value) if answer.gives_table else plain(value)

    outcome = outcome_of(function, call, seconds)
    if outcome.kind is not Kind.VALUE:
        return outcome
    return replace(outcome, changed=changed(kept, given))


def outcome_of(function: Callable[..., Any], call: Callable[[], Any], seconds: float) -> Outcome:
    """What `call` gives, which calls the learner's `function` and makes its result plain."""
    try:
        with _quiet(), _duckdb_of_its_own(), time_limit(seconds):
            value = call()
    except TimeLimitReached:
        return Outcome(Kind.TIMEOUT)
    except MemoryError:
        return Outcome(Kind.MEMORY)
    except NotATable as odd:
        return error("not a table", str(odd))
    except (Exception, SystemExit) as raised:
        return Outcome(Kind.ERROR, failure=failure_of(raised, _place(function)))
    return Outcome(Kind.VALUE, value)


def _cannot_take(function: Callable[..., Any], answer: Answer, given: Mapping[str, Any]) -> str:
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return ""
    try:
        if answer.kind == "query":
            signature.bind(**given)
        else:
            signature.bind(*given.values())
    except TypeError:
        return f"it must take ({', '.join(given)}); yours takes {signature}."
    return ""


@contextlib.contextmanager
def _duckdb_of_its_own() -> Iterator[None]:
    """`duckdb.sql` on a connection that no run before has left in the middle of a result."""
    usual = duckdb.default_connection()
    duckdb.set_default_connection(usual.cursor())
    try:
        yield
    finally:
        duckdb.set_default_connection(usual)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """No prints from an answer that runs dozens of times, and no warnings: they never decide."""
    unread = io.StringIO()
    # Standard error too: nbgrader takes a cell that writes to it for one that failed.
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(unread),
        contextlib.redirect_stderr(unread),
    ):
        warnings.simplefilter("ignore")
        yield


def _place(function: Callable[..., Any]) -> tuple[str, ...]:
    code = getattr(function, "__code__", None)
    return (code.co_filename,) if code else ()


def type_names(raised: BaseException) -> tuple[str, ...]:
    """The names of an exception's class and its base classes, nearest first."""
    return tuple(c.__name__ for c in type(raised).__mro__ if c is not object)


def failure_of(raised: BaseException, places: Container[str]) -> Failure:
    """The exception as data, with the last of its lines that lies in the learner's own code."""
    line, source = None, ""
    for step in traceback.extract_tb(raised.__traceback__):
        if step.filename in places:
            line = step.lineno
            source = step.line or linecache.getline(step.filename, step.lineno or 0).strip()
    text = str(raised)
    if isinstance(raised, SyntaxError) and raised.filename in places:
        text, line, source = raised.msg, raised.lineno, (raised.text or "").strip()
    return Failure(type_names(raised), text[:_MAX_TEXT], line, source)
