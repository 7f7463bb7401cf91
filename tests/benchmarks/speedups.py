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
from grader.judge import Reference, compare
from grader.judge.counterexample import find_counterexample
from grader.sandbox import InPlace
from grader.sandbox.database import Database

Job = tuple[Answer, CaseBook, Reference, str]
_ROUNDS = 3
_SECONDS = 30.0


class OneByOne(InPlace):
    """A runner that never runs many inputs at once."""

    def run_each(self, *_: Any) -> None:
        return None


def jobs(names: list[str]) -> list[Job]:
    found = []
    for name in names:
        exercise = load_exercise(name)
        book, reference = load_cases(exercise), Reference(exercise)
        for answer in exercise.answers.values():
            if answer.kind == "query":
                text = codefile.solution(exercise, answer).text
                found.append((answer, book, reference, text))
    return found


def best(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def inputs_of(job: Job) -> list[Mapping[str, Any]]:
    answer, book, _, _ = job
    return [case.inputs for case in book.for_answer(answer.name)]


def new_tables(job: Job) -> Callable[[], None]:
    def run() -> None:
        database = Database(job[1].exercise.tables)
        for inputs in inputs_of(job):
            database.query(job[3], inputs, _SECONDS, {})

    return run


def kept_tables(job: Job, optimizer: bool = False) -> Callable[[], None]:
    database = Database(job[1].exercise.tables)
    if optimizer:
        database._connection.execute("PRAGMA enable_optimizer")

    def run() -> None:
        for inputs in inputs_of(job):
            database.query(job[3], inputs, _SECONDS, {})

    run()
    return run


def all_at_once(job: Job) -> Callable[[], None]:
    database, batch = Database(job[1].exercise.tables), inputs_of(job)

    def run() -> None:
        database.query_each(job[3], batch, _SECONDS, {})

    run()
    return run


def shrinking(job: Job, runner: type[InPlace]) -> Callable[[], None]:
    """The counterexamples of all wrong SQL answers, from the first case that each fails."""
    answer, book, reference, _ = job
    starts = []
    for wrong in codefile.misconceptions(book.exercise, answer):
        if wrong.code.language == "sql":
            answers = reference.answers_from(wrong.code, answer.name)
            own = runner(book.exercise, answers, reference.database)
            for case in book.for_answer(answer.name):
                outcome = reference.outcome(wrong.code, answer.name, case.inputs)
                if compare(answer, reference.expected(answer.name, case.inputs), outcome):
                    starts.append((own, case, outcome))
                    break

    def run() -> None:
        for own, case, outcome in starts:
            find_counterexample(answer, book, reference, own, case, outcome, _SECONDS)

    return run


WAYS = (
    ("tables kept from check to check", "tables made anew", new_tables, kept_tables),
    ("optimizer off", "optimizer on", lambda job: kept_tables(job, optimizer=True), kept_tables),
    ("all cases at once", "case by case", kept_tables, all_at_once),
    (
        "candidates of a counterexample at once",
        "one by one",
        lambda job: shrinking(job, OneByOne),
        lambda job: shrinking(job, InPlace),
    ),
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
