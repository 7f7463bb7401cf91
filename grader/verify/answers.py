"""Are the solutions right, the wrong answers wrong (each in its own way), the right ones right?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import combinations
from typing import Any

from grader.bank import codefile
from grader.bank.cases import CaseBook, CheckedCase
from grader.bank.codefile import CodeFile, Misconception
from grader.bank.exercise import Answer
from grader.judge import Reference, compare
from grader.judge.diagnose import NEVER_DIAGNOSED
from grader.judge.trial import Result, all_at_once
from grader.plain import plain
from grader.sandbox import Failure, Kind, Outcome
from grader.table import from_rows
from grader.verify.finding import Proof


class AnswerProof:
    """The proof of one answer of an exercise, on the cases of one seed."""

    def __init__(self, answer: Answer, book: CaseBook, reference: Reference, proof: Proof) -> None:
        self.answer = answer
        self.cases = book.for_answer(answer.name)
        self.reference = reference
        self.proof = proof
        self.useful: set[int] = set()
        self._kept: dict[CodeFile, list[Result]] = {}
        self.where = f"{book.exercise.id}/{answer.name}"

    def solutions_agree(self) -> None:
        """The second solution gives what the first does, and both what was worked out by hand."""
        exercise = self.reference.exercise
        second = codefile.solutions(exercise, self.answer)[1]
        found = self._first_fault(second)
        self.proof.demand(
            found is None,
            f"{self.where}/{second.path.name}",
            f"It disagrees with the other solution {_told(found)}",
            "Read the contract: one of the two is wrong.",
        )
        for case in self.cases:
            if self.answer.name in case.expected:
                by_hand = by_hand_outcome(self.answer, case.expected[self.answer.name])
                fault = compare(
                    self.answer, by_hand, self.reference.expected(self.answer.name, case.inputs)
                )
                self.proof.demand(
                    fault is None,
                    f'{self.where}, case "{case.name}"',
                    f"The solution does not give what was worked out by hand: {fault and fault.text}",
                    "Work the case out again; then mend the solution or the case.",
                )

    def right_ones_accepted(self) -> None:
        for code in codefile.right_answers(self.reference.exercise, self.answer):
            self.proof.right += 1
            found = self._first_fault(code)
            self.proof.demand(
                found is None,
                f"{self.where}/right/{code.path.name}",
                f"It is rejected {_told(found)}",
                "Mend it, or the solution if this answer is right.",
            )

    def wrong_ones_caught(self) -> None:
        """Every misconception fails somewhere, without an error, and unlike every other one."""
        known = self.reference.misconceptions(self.answer.name)
        for misconception in known:
            self.proof.wrong += 1
            where = f"{self.where}/wrong/{misconception.code.path.name}"
            found = self._first_fault(misconception.code)
            caught = found is not None
            if self.proof.demand(caught, where, "No case catches it.", "Add a case that does."):
                assert found
                self.proof.caught[f"{self.answer.name}/{misconception.id}"] = found.case.name
                self.useful |= {r.case.number for r in self._results(misconception.code) if r.fault}
                self._can_be_told(misconception, where)
        for one, other in combinations(known, 2):
            declared = one.same_as == other.id or other.same_as == one.id
            alike = self._alike(one, other)
            self.proof.demand(
                alike == declared,
                f"{self.where}/wrong",
                f"{one.id} and {other.id} are {'alike on every case' if alike else 'told apart'}.",
                f"Add a case that tells them apart, or declare 'same as: {other.id}'."
                if alike
                else "Remove the line 'same as'.",
            )

    def _can_be_told(self, misconception: Misconception, where: str) -> None:
        """A diagnosis is never given for errors, missing columns and wrong types."""
        for result in self._results(misconception.code):
            if result.fault and result.fault.kind in NEVER_DIAGNOSED:
                what = (
                    f'Nobody is ever told its diagnosis. On case "{result.case.name}": '
                    f"{result.fault.text}"
                )
                self.proof.demand(False, where, what, "Let it give a wrong result on every case.")
                return

    def _alike(self, one: Misconception, other: Misconception) -> bool:
        pairs = list(zip(self._results(one.code), self._results(other.code), strict=True))
        unordered = replace(self.answer, order="")
        if any(compare(unordered, a.outcome, b.outcome) for a, b in pairs):
            return False
        return all(
            compare(self.answer, self._alone(one.code, case), self._alone(other.code, case)) is None
            for case in self.cases
        )

    def _first_fault(self, code: CodeFile) -> Result | None:
        return next((result for result in self._results(code) if result.fault), None)

    def _results(self, code: CodeFile) -> list[Result]:
        """The file on all cases: at once where that can be trusted, else one by one."""
        if code not in self._kept:
            runner = self.reference.new_runner(code, self.answer.name)
            found = all_at_once(self.answer, self.cases, self.reference, runner, None)
            self._kept[code] = found or [self._result(code, case) for case in self.cases]
        return self._kept[code]

    def _result(self, code: CodeFile, case: CheckedCase) -> Result:
        outcome = self._alone(code, case)
        return Result(case, outcome, self.reference.fault(self.answer, case.inputs, outcome))

    def _alone(self, code: CodeFile, case: CheckedCase) -> Outcome:
        return self.reference.outcome(code, self.answer.name, case.inputs)


def by_hand_outcome(answer: Answer, expected: Any) -> Outcome:
    """An expected result as an author writes it: rows, a value, or an exception class."""
    if isinstance(expected, type) and issubclass(expected, Exception):
        return Outcome(Kind.ERROR, failure=Failure((expected.__name__,), ""))
    if not answer.gives_table:
        return Outcome(Kind.VALUE, plain(expected))
    rows = [tuple(map(_parsed, row, answer.columns.values())) for row in expected]
    return Outcome(Kind.VALUE, from_rows(tuple(answer.columns), rows))


def _parsed(cell: Any, type_: str) -> Any:
    is_time = type_ in ("DATE", "TIMESTAMP") and isinstance(cell, str)
    return datetime.fromisoformat(cell) if is_time else cell


def _told(found: Result | None) -> str:
    return f'on case "{found.case.name}": {found.fault.text}' if found and found.fault else ""
