"""Is every mutant of the worked solutions caught by a case, or listed as equivalent with a reason?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from grader.bank import codefile
from grader.bank.cases import CaseBook, CheckedCase
from grader.bank.codefile import CodeFile
from grader.bank.equivalent import EQUIVALENT, equivalents
from grader.bank.exercise import Answer
from grader.judge import FaultKind, Reference, never_runs
from grader.judge.trial import alone, quick_ones, telling_order, without_order
from grader.mutation import Mutant, facts_of, mutants_of
from grader.sandbox import Kind, Runner
from grader.verify.finding import Proof

_SECONDS = 2.0
"""A mutant that never ends is caught after this time."""


@dataclass(frozen=True)
class Trial:
    """A mutant on the cases of its answer: which of the cases it was run on it failed.

    `stillborn`: it cannot be run, or gives nothing but errors, so no learner would hand it in.
    """

    mutant: Mutant
    killers: tuple[CheckedCase, ...]
    stillborn: bool = False

    @property
    def killed(self) -> bool:
        return bool(self.killers) and not self.stillborn


class MutantProof:
    """The proof of one answer by the mutants of its solutions."""

    def __init__(self, answer: Answer, book: CaseBook, reference: Reference, proof: Proof) -> None:
        self.answer = answer
        self.book = book
        self.cases = book.for_answer(answer.name)
        self.quick = quick_ones(self.cases)
        self.reference = reference
        self.proof = proof
        self.useful: set[int] = set()
        self.where = f"{book.exercise.id}/{answer.name}"

    def every_mutant_is_caught(self) -> None:
        listed = equivalents(self.book.exercise, self.answer)
        used = set()
        for code in codefile.mutated(self.book.exercise, self.answer):
            for trial in self.trials(code):
                mutant = trial.mutant
                if trial.stillborn:
                    continue
                self.proof.mutants += 1
                key = (mutant.language, mutant.change)
                used.add(key)
                where = f"{self.where}/{code.path.name}, mutant: {mutant.change}"
                if trial.killed:
                    self.proof.killed += 1
                    self.proof.demand(
                        key not in listed,
                        where,
                        f'It is listed as equivalent, and the case "{trial.killers[0].name}" catches it.',
                        f"Remove it from {EQUIVALENT}.",
                    )
                    continue
                self.proof.equivalent += key in listed
                self.proof.demand(
                    key in listed,
                    where,
                    f"No case catches it ({mutant.sentence}).",
                    f"Add a hand-made case that does, or list it in {EQUIVALENT} with the reason.",
                )
        for language, change in listed:
            self.proof.demand(
                (language, change) in used,
                f"{self.where}/{EQUIVALENT}",
                f'It lists a mutant of the {language} solution that is not made: "{change}".',
                "Remove it.",
            )

    def trials(self, code: CodeFile) -> Iterator[Trial]:
        """Every mutant of a solution on as many cases as it takes to know what it is."""
        facts = facts_of(self.book.exercise, self.answer)
        for mutant in mutants_of(code.text, code.language, facts):
            yield self._trial(replace(code, text=mutant.text), mutant)

    def _trial(self, code: CodeFile, mutant: Mutant) -> Trial:
        runner = self.reference.new_runner(code, self.answer.name)
        together = self._at_once(runner, mutant)
        return together or self._one_after_the_other(runner, mutant)

    def _at_once(self, runner: Runner, mutant: Mutant) -> Trial | None:
        """All cases in one execution; what it says is confirmed on single cases."""
        together = without_order(self.answer, self.quick, self.reference, runner, _SECONDS)
        if together is None:
            return None
        killers = [result.case for result in together if result.fault]
        sample = killers[:1] or self._telling_order()
        confirmed = [
            case
            for case in sample
            if alone(self.answer, case, self.reference, runner, _SECONDS).fault
        ]
        if killers and not confirmed:
            return None
        killers = killers or confirmed
        self.useful |= {case.number for case in killers}
        return Trial(mutant, tuple(killers))

    def _telling_order(self) -> list[CheckedCase]:
        inputs = [case.inputs for case in self.quick]
        return telling_order(self.quick, self.reference.expected_each(self.answer.name, inputs))

    def _one_after_the_other(self, runner: Runner, mutant: Mutant) -> Trial:
        """Cases that have caught nothing yet come first, so that each gets its chance to."""
        killers: list[CheckedCase] = []
        lives = False
        order = sorted(self.cases, key=lambda case: case.number in self.useful)
        for case in order:
            if killers and lives and case.number in self.useful:
                break
            result = alone(self.answer, case, self.reference, runner, _SECONDS)
            outcome, fault = result.outcome, result.fault
            if never_runs(outcome.failure):
                return Trial(mutant, (), stillborn=True)
            if fault:
                killers.append(case)
                if outcome.kind is not Kind.ERROR or fault.kind is not FaultKind.ERROR:
                    self.useful.add(case.number)
                    lives = True
            else:
                lives = True
        return Trial(mutant, tuple(killers), stillborn=not lives)
