"""Run answers in this process: a learner's own kernel, and code that is trusted."""

from __future__ import annotations

import ast
import contextlib
import linecache
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from grader.bank.exercise import BREAK_IT, Exercise
from grader.sandbox.code import Answers, Code
from grader.sandbox.database import Database
from grader.sandbox.example import run_example
from grader.sandbox.execute import failure_of, run_function, run_query, run_query_on_each
from grader.sandbox.outcome import Kind, Outcome, error


class InPlace:
    """A Runner in this process. Answers may share a database, so that tables are made once."""

    def __init__(
        self, exercise: Exercise, answers: Answers, database: Database | None = None
    ) -> None:
        self._exercise = exercise
        self._answers = answers
        self._database = database or Database(exercise.tables)
        self._namespace: dict[str, Any] | None = None

    def run(self, answer: str, inputs: Mapping[str, Any], seconds: float) -> Outcome:
        code = self._answers.codes[answer]
        if answer == BREAK_IT:
            function = self._function(code)
            return run_example(function, seconds) if callable(function) else function
        spec = self._exercise.answers[answer]
        if code.language == "sql" and spec.kind == "function":
            return error("not a function", "a Python function is asked for here, not a query.")
        if code.language == "sql":
            earlier = self._earlier_queries(answer)
            return run_query(self._database, code.text, inputs, seconds, earlier)
        function = self._function(code)
        if not callable(function):
            return function
        return run_function(function, spec, self._exercise.tables, inputs, seconds)

    def _function(self, code: Code) -> Callable[..., Any] | Outcome:
        """The function of a Python answer, or why there is none."""
        try:
            function = code.function or self._defined().get(code.name)
        except MemoryError:
            return Outcome(Kind.MEMORY)
        except (Exception, SystemExit) as raised:
            return Outcome(Kind.ERROR, failure=failure_of(raised, self._places()))
        if not callable(function):
            return error("no function", f"the code defines no function {code.name}.")
        return function

    def run_each(
        self, answer: str, batch: Sequence[Mapping[str, Any]], seconds: float
    ) -> list[Outcome] | None:
        code, spec = self._answers.codes[answer], self._exercise.answers[answer]
        if code.language != "sql" or spec.kind != "query" or not batch:
            return None
        earlier = self._earlier_queries(answer)
        return run_query_on_each(self._database, code.text, batch, seconds, earlier)

    def _earlier_queries(self, answer: str) -> dict[str, str]:
        codes = self._answers.codes
        return {
            name: codes[name].text
            for name in self._exercise.before(answer)
            if name in codes and codes[name].language == "sql"
        }

    def _defined(self) -> dict[str, Any]:
        if self._namespace is None:
            self._namespace = define(self._answers)
        return self._namespace

    def _places(self) -> set[str]:
        return {source.place for source in self._answers.python}


def define(answers: Answers) -> dict[str, Any]:
    """The names that the Python of a submission defines. Its lines are kept for tracebacks."""
    namespace: dict[str, Any] = {"__name__": "answers", "__builtins__": __builtins__}
    for source in answers.python:
        lines = source.text.splitlines(keepends=True)
        linecache.cache[source.place] = (len(source.text), None, lines, source.place)
        if not answers.lenient:
            exec(compile(source.text, source.place, "exec"), namespace)
            continue
        for statement in ast.parse(source.text).body:
            with contextlib.suppress(Exception):
                module = ast.Module([statement], type_ignores=[])
                exec(compile(module, source.place, "exec"), namespace)
    return namespace
