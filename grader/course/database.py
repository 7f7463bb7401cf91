"""gradebook.db: nbgrader's database, opened so that others may have it open too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError

from grader.course.folder import Course
from grader.course.nbgrader_command import need_nbgrader, path_with_alembic
from grader.errors import WorkbookError

PATIENCE = 30.0
"""Seconds to wait for another program that holds the gradebook."""


def open_gradebook(course: Course, patience: float = PATIENCE) -> Engine:
    """An engine on gradebook.db, which is made when there is none. Dispose of it after use."""
    need_nbgrader()
    if not course.gradebook.exists():
        _create(course)
    engine = create_engine(
        f"sqlite:///{course.gradebook}", connect_args={"timeout": patience}, future=True
    )

    # The driver would begin a transaction only at the first write: what was read before might have
    # changed by then, and two programs that both read first would refuse one another.
    @event.listens_for(engine, "connect")
    def _no_transaction_of_its_own(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def writing(course: Course, engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it happens, or nothing."""
    with _explained(course, "written"), engine.begin() as connection:
        yield connection


@contextmanager
def reading(course: Course, patience: float = PATIENCE) -> Iterator[Connection]:
    """One transaction that reads."""
    engine = open_gradebook(course, patience)
    try:
        with _explained(course, "read"), engine.connect() as connection:
            yield connection.execution_options(writing=False)
    finally:
        engine.dispose()


def assignment_of(connection: Connection, set_: str) -> tuple[str, datetime | None]:
    """Id and due date (UTC) of the assignment that a set is in the gradebook."""
    from nbgrader.api import Assignment

    table = Assignment.__table__
    row = connection.execute(
        select(table.c.id, table.c.duedate).where(table.c.name == set_)
    ).first()
    if row is None:
        raise WorkbookError(
            f'The gradebook knows no set "{set_}".',
            help=f"Assign it first: workbook assign {set_} EXERCISE ...",
        )
    return row.id, row.duedate


@contextmanager
def _explained(course: Course, done: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise WorkbookError(
            f"{course.gradebook} cannot be {done}: {error.orig}.",
            help="Every grade that was found is safe in workbook/journal.jsonl. Close what holds "
            "the gradebook, or mend its permissions or the disk; then run the command again.",
        ) from error


def _create(course: Course) -> None:
    from nbgrader.api import Gradebook

    path = os.environ.get("PATH", "")
    os.environ["PATH"] = path_with_alembic()
    try:
        Gradebook(f"sqlite:///{course.gradebook}", course.name).close()
    finally:
        os.environ["PATH"] = path
