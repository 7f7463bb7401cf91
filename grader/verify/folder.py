"""Prove one exercise folder."""

from __future__ import annotations

import time
import traceback
from functools import partial

from grader.bank import load_cases, load_exercise
from grader.bank.cases import PRACTICE_SEED, CaseBook
from grader.bank.exercise import BREAK_IT, Answer, Exercise
from grader.bank.starter import starter
from grader.errors import WorkbookError
from grader.judge import Reference
from grader.submission.notebook import is_starter
from grader.verify.answers import AnswerProof
from grader.verify.break_it import prove_break_it
from grader.verify.finding import Proof
from grader.verify.memory import remembered
from grader.verify.mutants import MutantProof
from grader.verify.shape import check_shape


def verify_exercise(exercise_id: str, seed: int = PRACTICE_SEED, notebooks: bool = True) -> Proof:
    """The proof for one exercise. Whatever is wrong with the folder becomes a finding.

    `notebooks`: also compare what is built from the folder with what is committed.
    """
    proof = Proof(exercise_id)
    started = time.perf_counter()
    try:
        exercise = load_exercise(exercise_id)
        book = load_cases(exercise, seed)
        proof.answers, proof.cases = len(exercise.answers), len(book.cases)
        check_shape(exercise, book, proof)
        _prove_parts(exercise, book, proof)
        if notebooks:
            from grader.build.check import stale_files  # slow to import: nbformat

            for path, why in stale_files(exercise):
                proof.demand(False, path, why, f"Run: workbook build {exercise_id}")
    except WorkbookError as error:
        proof.demand(False, exercise_id, error.rationale, error.help)
    except Exception as error:  # an author's code failed: say where, go on with the other folders
        step = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{exercise_id}, {step.filename.rpartition('/')[2]} line {step.lineno}"
        proof.demand(False, where, f"{type(error).__name__}: {error}", "Mend the code there.")
    proof.seconds = time.perf_counter() - started
    return proof


def _prove_parts(exercise: Exercise, book: CaseBook, proof: Proof) -> None:
    reference = Reference(exercise)
    for answer in exercise.answers.values():
        prove = partial(_prove_answer, answer, book, reference)
        proof.include(remembered(exercise, answer.name, book.seed, prove))
    useful = set(proof.useful)
    proof.idle = [case.name for case in book.cases if case.name not in useful]
    prove = partial(prove_break_it, exercise, book, reference)
    proof.include(remembered(exercise, BREAK_IT, book.seed, prove))


def _prove_answer(answer: Answer, book: CaseBook, reference: Reference, proof: Proof) -> None:
    one = AnswerProof(answer, book, reference, proof)
    if not proof.demand(bool(one.cases), one.where, "It has no cases.", "Add cases for it."):
        return
    one.solutions_agree()
    one.right_ones_accepted()
    one.wrong_ones_caught()
    mutants = MutantProof(answer, book, reference, proof)
    mutants.every_mutant_is_caught()
    useful = one.useful | mutants.useful
    proof.useful = [case.name for case in one.cases if case.number in useful]
    proof.demand(
        is_starter(starter(answer)),
        one.where,
        "Its starter is taken for an answer.",
        "Leave the body of the starter empty.",
    )
