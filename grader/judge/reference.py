"""What is right, and what known mistakes give: trusted code of the exercise folder, run in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from grader.bank import codefile
from grader.bank.checker import Checker, load_checker
from grader.bank.codefile import CodeFile, Language, Misconception
from grader.bank.exercise import Answer, Exercise
from grader.errors import ExerciseError
from grader.judge.behaviour import Book, read_books
from grader.judge.compare import compare
from grader.judge.fault import Fault, FaultKind
from grader.sandbox import Answers, Code, InPlace, Kind, Outcome, Source
from grader.sandbox.database import Database

if TYPE_CHECKING:
    from grader.mutation import Mutant

_SECONDS = 30.0


class Reference:
    """The worked solutions and misconceptions of an exercise.

    Outcomes are kept per input, so that checking again costs nothing. `database` may be shared with
    the runner of a submission when both run in this process.
    """

    def __init__(self, exercise: Exercise, database: Database | None = None) -> None:
        self.exercise = exercise
        self.database = database or Database(exercise.tables)
        self._batches: dict[Any, tuple[list[Outcome], Sequence[Mapping[str, Any]]]] = {}
        self._outcomes: dict[tuple[str, CodeFile, int], tuple[Outcome, Mapping[str, Any]]] = {}
        self.misconceptions = lru_cache(self._misconceptions)
        self._mutants = lru_cache(self._make_mutants)
        self._runner = lru_cache(self.new_runner)
        self._solution = lru_cache(self._find_solution)
        self._checker = lru_cache(self._find_checker)

    def expected(self, answer: str, inputs: Mapping[str, Any]) -> Outcome:
        """The right outcome. Raises ExerciseError when the worked solution itself fails."""
        outcome = self.outcome(self._solution(answer), answer, inputs)
        raised_on_purpose = outcome.failure and outcome.failure.name == "ValueError"
        if outcome.kind is not Kind.VALUE and not raised_on_purpose:
            why = outcome.failure or outcome.kind.value
            raise ExerciseError(
                f"The worked solution of {answer} fails: {why}",
                help="Mend the solution, or the case that it fails on.",
            )
        return outcome

    def fault(self, answer: Answer, inputs: Mapping[str, Any], outcome: Outcome) -> Fault | None:
        """What is wrong with an outcome of `answer`; None when it is right.

        It is compared with the solution's, or has the properties that check.py asks for.
        """
        expected = self.expected(answer.name, inputs)
        check = self._checker(answer.name)
        if check is None or not expected.kind is outcome.kind is Kind.VALUE:
            return compare(answer, expected, outcome)
        fault = compare(answer, expected, outcome)
        if fault is None or fault.kind is FaultKind.TYPE:
            return fault
        complaint = check(inputs, outcome.value)
        return Fault(FaultKind.VALUE, complaint) if complaint else None

    def expected_each(self, answer: str, batch: Sequence[Mapping[str, Any]]) -> list[Outcome]:
        """The right outcomes for many inputs, rows in no order; at once where that is possible."""
        return self.outcomes(self._solution(answer), answer, batch)

    def outcomes(
        self, code: CodeFile, answer: str, batch: Sequence[Mapping[str, Any]]
    ) -> list[Outcome]:
        """What a file gives on each of many inputs, rows in no order."""
        key = (answer, code, tuple(map(id, batch)))
        if key not in self._batches:
            outcomes = self._runner(code, answer).run_each(answer, batch, _SECONDS)
            if outcomes is None:
                outcomes = [self.outcome(code, answer, inputs) for inputs in batch]
            self._batches[key] = (outcomes, batch)
        return self._batches[key][0]

    def outcome(self, code: CodeFile, answer: str, inputs: Mapping[str, Any]) -> Outcome:
        """What a file of the exercise folder gives as `answer`."""
        key = (answer, code, id(inputs))
        if key not in self._outcomes:
            outcome = self._runner(code, answer).run(answer, inputs, _SECONDS)
            self._outcomes[key] = (outcome, inputs)  # holds the inputs, so that the id stays theirs
        return self._outcomes[key][0]

    def forget(self, inputs: Mapping[str, Any]) -> None:
        """Drop what is kept for inputs that will not come again."""
        for key in [key for key in self._outcomes if key[2] == id(inputs)]:
            del self._outcomes[key]
        for batch in [key for key in self._batches if id(inputs) in key[2]]:
            del self._batches[batch]

    @cached_property
    def books(self) -> Mapping[str, Book]:
        """What the mutants of each answer give; empty when no book was built for this version."""
        return read_books(self.exercise)

    def mutated(self, answer: str, language: Language) -> CodeFile:
        """The worked solution in a language, whose mutants a book names."""
        spec = self.exercise.answers[answer]
        return next(c for c in codefile.mutated(self.exercise, spec) if c.language == language)

    def mutant(self, answer: str, language: Language, change: str) -> Mutant | None:
        """The mutant that a book names; None where this version of the parser makes another one."""
        return self._mutants(answer, self.mutated(answer, language)).get(change)

    def _make_mutants(self, answer: str, code: CodeFile) -> dict[str, Mutant]:
        from grader.mutation import facts_of, mutants_of  # slow to import: sqlglot

        facts = facts_of(self.exercise, self.exercise.answers[answer])
        return {m.change: m for m in mutants_of(code.text, code.language, facts)}

    def _misconceptions(self, answer: str) -> list[Misconception]:
        return codefile.misconceptions(self.exercise, self.exercise.answers[answer])

    def _find_checker(self, answer: str) -> Checker | None:
        return load_checker(self.exercise, self.exercise.answers[answer])

    def _find_solution(self, answer: str) -> CodeFile:
        return codefile.solution(self.exercise, self.exercise.answers[answer])

    def new_runner(self, code: CodeFile, answer: str) -> InPlace:
        """A runner of a file of the exercise folder, or of a mutant of one; keeps no outcomes."""
        return InPlace(self.exercise, self.answers_from(code, answer), self.database)

    def answers_from(self, code: CodeFile, answer: str) -> Answers:
        """A submission made of one file; the earlier answers are the worked Python solutions."""
        own = Code(answer, code.language, code.text)
        if code.language == "sql":
            return Answers({answer: own})
        sources = [
            Source(str(earlier.path), earlier.text)
            for name in self.exercise.before(answer)
            for earlier in codefile.solutions(self.exercise, self.exercise.answers[name])
            if earlier.path.name == "solution.py"
        ]
        return Answers({answer: own}, (*sources, Source(str(code.path), code.text)))
