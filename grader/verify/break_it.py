"""Is the bonus of an exercise sound: is the worked example allowed, does it break, is it smallest?"""

from __future__ import annotations

from grader.bank import codefile
from grader.bank.cases import CaseBook
from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise
from grader.bank.starter import break_it_starter
from grader.judge import Reference, compare, worked_example
from grader.judge.counterexample import find_counterexample
from grader.sandbox import DEFAULT_SECONDS, InPlace
from grader.submission.notebook import is_starter
from grader.verify.finding import Proof


def prove_break_it(exercise: Exercise, book: CaseBook, reference: Reference, proof: Proof) -> None:
    """Every coding exercise has a bonus, and its worked example is what it asks for."""
    bonus = exercise.break_it
    if bonus is None:
        proof.demand(
            exercise.track != "coding",
            exercise.id,
            f"It has no [{BREAK_IT}].",
            f"Add the section to exercise.toml, {BREAK_IT}.py, and the marker in lesson.md.",
        )
        return
    proof.demand(
        is_starter(break_it_starter(exercise, bonus)),
        f"{exercise.id}/{BREAK_IT}",
        "Its starter is taken for an answer.",
        "Leave the body of the starter empty.",
    )
    proof.demand(
        bool(bonus.hints),
        f"{exercise.id}/{BREAK_IT}",
        "It has no hints.",
        "Add hints to [break_it].",
    )
    _prove_example(book, reference, bonus, proof)


def _prove_example(book: CaseBook, reference: Reference, bonus: BreakIt, proof: Proof) -> None:
    where = f"{book.exercise.id}/{BREAK_IT}.py"
    found = worked_example(book, reference)
    if not found.correct:
        if found.expected:
            what = f"{bonus.answer}/wrong/{bonus.wrong} is right on it."
        else:
            why = found.complaint or (
                found.failure.sentence if found.failure else found.status.value
            )
            what = f"It gives no input that is allowed: {why}"
        proof.demand(False, where, what, "Mend the example.")
        return
    answer = book.exercise.answers[bonus.answer]
    rows, case = _smallest_found(book, reference, answer, bonus)
    proof.demand(
        found.rows <= rows,
        where,
        f'Its size is {found.rows}; shrinking the case "{case}" gives one of size {rows}.',
        "Write a smaller one.",
    )


def _smallest_found(
    book: CaseBook, reference: Reference, answer: Answer, bonus: BreakIt
) -> tuple[float, str]:
    """The size of the smallest input that shrinking any failing case finds, and that case's name."""
    wrong = codefile.to_break(book.exercise, bonus)
    answers = reference.answers_from(wrong.code, answer.name)
    runner = InPlace(book.exercise, answers, reference.database)
    sizes: list[tuple[float, str]] = [(float("inf"), "")]
    for case in book.for_answer(answer.name):
        expected = reference.expected(answer.name, case.inputs)
        outcome = reference.outcome(wrong.code, answer.name, case.inputs)
        if compare(answer, expected, outcome):
            found = find_counterexample(
                answer, book, reference, runner, case, outcome, DEFAULT_SECONDS
            )
            if found:
                sizes.append((found.rows, case.name))
    return min(sizes)
