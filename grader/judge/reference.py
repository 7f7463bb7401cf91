"""What is right, and what known mistakes give: trusted code of the exercise folder, run in place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from grader.bank import codefile
from grader.bank.codefile import CodeFile, Misconception
from grader.bank.exercise import Exercise
from grader.errors import ExerciseError
from grader.sandbox import Answers, Code, InPlace, Kind, Outcome, Source
from grader.sandbox.database import Database

_SECONDS = 30.0


class Reference:
    """The worked solutions and misconceptions of an exercise.

    Outcomes are kept per input, so that checking again costs nothing. `database` may be shared with
    the runner of a submission when both run in this process.
    """

    def __init__(self, exercise: Exercise, database: Database | None = None) -> None:
        self.exercise = exercise
        self.database = database or Database(exercise.tables)
        self._outcomes: dict[tuple[str, str, int], tuple[Outcome, Mapping[str, Any]]] = {}
        self.misconceptions = lru_cache(self._misconceptions)
        self._runner = lru_cache(self._make_runner)
        self._solution = lru_cache(self._find_solution)

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

    def outcome(self, code: CodeFile, answer: str, inputs: Mapping[str, Any]) -> Outcome:
        """What a file of the exercise folder gives as `answer`."""
        key = (answer, str(code.path), id(inputs))
        if key not in self._outcomes:
            outcome = self._runner(code, answer).run(answer, inputs, _SECONDS)
            self._outcomes[key] = (outcome, inputs)  # holds the inputs, so that the id stays theirs
        return self._outcomes[key][0]

    def forget(self, inputs: Mapping[str, Any]) -> None:
        """Drop what is kept for inputs that will not come again."""
        for key in [key for key in self._outcomes if key[2] == id(inputs)]:
            del self._outcomes[key]

    def _misconceptions(self, answer: str) -> list[Misconception]:
        return codefile.misconceptions(self.exercise, self.exercise.answers[answer])

    def _find_solution(self, answer: str) -> CodeFile:
        return codefile.solution(self.exercise, self.exercise.answers[answer])

    def _make_runner(self, code: CodeFile, answer: str) -> InPlace:
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
