"""Prove many exercise folders in parallel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from grader.bank.cases import PRACTICE_SEED
from grader.verify.finding import Proof
from grader.verify.folder import verify_exercise


def verify_all(
    exercise_ids: Sequence[str], *, seed: int = PRACTICE_SEED, notebooks: bool = True, jobs: int = 2
) -> Iterator[Proof]:
    """The proofs, each as soon as it is there."""
    if len(exercise_ids) == 1 or jobs == 1:
        yield from (verify_exercise(id, seed, notebooks) for id in exercise_ids)
        return
    # spawn: DuckDB's threads do not survive a fork
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running = [pool.submit(verify_exercise, id, seed, notebooks) for id in exercise_ids]
        for done in as_completed(running):
            yield done.result()
