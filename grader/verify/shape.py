"""Is an exercise folder complete, with nothing in it that nobody reads?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader.bank import checker, codefile, lesson_tables
from grader.bank.cases import CaseBook
from grader.bank.equivalent import EQUIVALENT
from grader.bank.exercise import BREAK_IT, Answer, Exercise
from grader.judge.behaviour import FILE
from grader.verify.finding import Proof

_IGNORED = ("__pycache__", ".ipynb_checkpoints")


def check_shape(exercise: Exercise, book: CaseBook, proof: Proof) -> None:
    """Hints, rules that exist, enough files of each kind, no stray files."""
    for answer in exercise.answers.values():
        where = f"{exercise.id}/{answer.name}"
        proof.demand(bool(answer.hints), where, "It has no hints.", "Add hints in exercise.toml.")
        right = len(codefile.right_answers(exercise, answer))
        proof.demand(
            right >= 2,
            f"{where}/right",
            f"It holds {right} answers.",
            "Add other styles: two at least.",
        )
        wrong = codefile.misconceptions(exercise, answer)
        proof.demand(bool(wrong), f"{where}/wrong", "It is empty.", "Add the known misconceptions.")
        for misconception in wrong:
            _rule_exists(
                exercise, answer, misconception.rule, f"{where}/wrong/{misconception.id}", proof
            )
            synonym = misconception.same_as
            proof.demand(
                not synonym or synonym in {m.id for m in wrong},
                f"{where}/wrong/{misconception.id}",
                f"same as: {synonym} is no file here.",
                "Name the other file without its ending.",
            )
    for case in book.cases:
        for name in case.answers:
            if case.rule and not any(exercise.rule(a, case.rule) for a in case.answers):
                _rule_exists(
                    exercise, exercise.answers[name], case.rule, f'case "{case.name}"', proof
                )
                break
    names = [case.name for case in book.cases]
    for name in sorted({name for name in names if names.count(name) > 1}):
        proof.demand(
            False, f"{exercise.id}/cases.py", f'Two cases are named "{name}".', "Rename one."
        )
    for path in _stray(exercise):
        proof.demand(
            False, f"{exercise.id}/{path}", "Nothing reads this file.", "Delete or rename it."
        )


def _rule_exists(exercise: Exercise, answer: Answer, key: str, where: str, proof: Proof) -> None:
    proof.demand(
        not key or exercise.rule(answer.name, key) is not None,
        where,
        f'It cites the rule "{key}", which is not on the card of {answer.name}.',
        "Use a key of [rules] or of the answer's rules.",
    )


def _stray(exercise: Exercise) -> Iterator[Path]:
    expected = {"exercise.toml", "lesson.md", "cases.py", f"{exercise.id}.ipynb"}
    expected |= {FILE, lesson_tables.FILE}
    if exercise.break_it:
        expected.add(f"{BREAK_IT}.py")
    for path in sorted(exercise.folder.rglob("*")):
        inside = path.relative_to(exercise.folder)
        if path.is_dir() or any(part in _IGNORED for part in inside.parts):
            continue
        if str(inside) not in expected and not _belongs(exercise, inside):
            yield inside


def _belongs(exercise: Exercise, path: Path) -> bool:
    answer = exercise.answers.get(path.parts[0])
    if answer is None:
        return False
    if len(path.parts) == 2:
        second = "solution.sql" if answer.kind == "query" else "oracle.py"
        return path.name in ("solution.py", second, EQUIVALENT, checker.FILE)
    return (
        len(path.parts) == 3
        and path.parts[1] in ("wrong", "right")
        and path.suffix in (".sql", ".py")
    )
