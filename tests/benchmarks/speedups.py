"""What each way of running small cases saves: python tests/benchmarks/speedups.py [ID ...]

Every row is a ratio of two ways, measured one after the other in this run on all SQL solutions of
the bank, so that it means the same on a busy machine. Prints a Markdown table.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

import duckdb

from grader.bank import codefile, exercise_ids, load_cases, load_exercise
from grader.bank.cases import CaseBook
from grader.bank.exercise import Answer
from grader.sandbox.database import Database

Job = tuple[Answer, CaseBook, str]
_ROUNDS = 3
_SECONDS = 30.0


def jobs(names: list[str]) -> list[Job]:
    found = []
    for name in names:
        exercise = load_exercise(name)
        book = load_cases(exercise)
        for answer in exercise.answers.values():
            if answer.kind == "query":
                text = codefile.solution(exercise, answer).text
                found.append((answer, book, text))
    return found


def best(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def inputs_of(job: Job) -> list[Mapping[str, Any]]:
    answer, book, _ = job
    return [case.inputs for case in book.for_answer(answer.name)]


def new_tables(job: Job) -> Callable[[], None]:
    def run() -> None:
        database = Database(job[1].exercise.tables)
        for inputs in inputs_of(job):
            database.query(job[2], inputs, _SECONDS, {})

    return run


def kept_tables(job: Job, optimizer: bool = False) -> Callable[[], None]:
    database = Database(job[1].exercise.tables)
    if optimizer:
        database._connection.execute("PRAGMA enable_optimizer")

    def run() -> None:
        for inputs in inputs_of(job):
            database.query(job[2], inputs, _SECONDS, {})

    run()
    return run


def all_at_once(job: Job) -> Callable[[], None]:
    database, batch = Database(job[1].exercise.tables), inputs_of(job)

    def run() -> None:
        database.query_each(job[2], batch, _SECONDS, {})

    run()
    return run


WAYS = (
    ("tables kept from check to check", "tables made anew", new_tables, kept_tables),
    ("optimizer off", "optimizer on", lambda job: kept_tables(job, optimizer=True), kept_tables),
    ("all cases at once", "case by case", kept_tables, all_at_once),
)


def main() -> None:
    work = jobs(sys.argv[1:] or exercise_ids())
    print(
        f"DuckDB {duckdb.__version__}, {len(work)} SQL solutions, the best of {_ROUNDS} rounds.\n"
    )
    print(
        "| instead of | with | seconds | seconds | times as fast |\n| :-- | :-- | --: | --: | --: |"
    )
    for new, old, slow, fast in WAYS:
        before = sum(best(slow(job)) for job in work)
        after = sum(best(fast(job)) for job in work)
        print(f"| {old} | {new} | {before:.2f} | {after:.2f} | {before / after:.1f} |", flush=True)


if __name__ == "__main__":
    main()
