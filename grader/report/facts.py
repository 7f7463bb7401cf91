"""The facts of a report in the order in which they are told, the same for every renderer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grader.bank.exercise import Answer, Exercise, Rule
from grader.judge import Counterexample, Status, Verdict, never_runs
from grader.judge.fault import FaultKind
from grader.report.grid import Grid, input_grid, result_grids
from grader.report.show import count_rows, show_call, show_value
from grader.sandbox import Kind, Outcome
from grader.table import Table

_MARKS = {Status.CORRECT: "✓", Status.MISSING: "○"}


@dataclass(frozen=True)
class Line:
    """A labelled sentence: Why, Rule, Next ..."""

    label: str
    text: str


@dataclass(frozen=True)
class Facts:
    """Mark and headline; the input (grids of tables, a call); both results (grids or values); lines."""

    mark: str
    headline: str
    points: str
    intro: str = ""
    inputs: tuple[Grid, ...] = ()
    call: str = ""
    results: tuple[Grid, ...] = ()
    values: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()


def facts(exercise: Exercise, verdict: Verdict, next_step: str) -> Facts:
    """The facts of a verdict. `next_step` says what to do now, where the report is shown."""
    answer = exercise.answers[verdict.answer]
    found = verdict.counterexample
    shown = _counterexample(exercise, answer, found) if found and _explains(verdict) else {}
    return Facts(
        mark=_MARKS.get(verdict.status, "✗"),
        headline=f"{verdict.answer}: {_headline(verdict)}",
        points=f"{verdict.points:g} / {verdict.max_points:g} points",
        lines=tuple(_lines(exercise, answer, verdict, bool(shown), next_step)),
        **shown,
    )


def _headline(verdict: Verdict) -> str:
    of_cases = f"{verdict.failed} of {verdict.cases} cases"
    return {
        Status.CORRECT: f"right on all {verdict.cases} cases",
        Status.WRONG: f"wrong on {of_cases}",
        Status.ERROR: "does not run"
        if never_runs(verdict.failure)
        else f"stopped with an error on {of_cases}",
        Status.TIMEOUT: "no result within the time limit",
        Status.MEMORY: "more memory than an answer may use",
        Status.MISSING: "no answer that can be judged" if verdict.note else "not attempted yet",
    }[verdict.status]


def _explains(verdict: Verdict) -> bool:
    """Empty tables explain nothing where the answer stops with an error on every input."""
    found = verdict.counterexample
    everywhere = verdict.status is Status.ERROR and verdict.failed == verdict.cases
    return found is not None and not (everywhere and not found.rows)


def _counterexample(exercise: Exercise, answer: Answer, found: Counterexample) -> dict[str, Any]:
    shrunk = f'from the case "{found.case.name}", made as small as it goes'
    rows = count_rows(found.rows) if found.rows else "no rows at all"
    count = "" if answer.kind == "function" else f": {rows}"
    return {
        "intro": f"On this input ({shrunk}{count})",
        **show_inputs(exercise, answer, found.inputs),
        **show_results(answer, found.expected, found.actual),
    }


def show_inputs(exercise: Exercise, answer: Answer, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of Facts that show an input: grids of its tables, and a function's call."""
    annotations = answer.arguments.items()
    tables = answer.tables or [name for name, type_ in annotations if type_ == "DataFrame"]
    grids = tuple(input_grid(exercise.tables[name], inputs[name]) for name in tables)
    call = show_call(exercise, answer, inputs) if answer.kind == "function" else ""
    return {"inputs": grids, "call": call}


def show_results(
    answer: Answer, expected: Outcome, actual: Outcome, title: str = "yours", label: str = "yours"
) -> dict[str, Any]:
    """The fields of Facts that show two results; `title` (of a grid) and `label` name the second."""
    given = Line(label, _given(answer, actual))
    if isinstance(expected.value, Table) and isinstance(actual.value, Table):
        return {"results": result_grids(answer, expected.value, actual.value, title)}
    if isinstance(expected.value, Table):
        return {"results": result_grids(answer, expected.value, None), "values": (given,)}
    if answer.kind == "function":
        label = "a right one" if answer.many_right else "expected"
        return {"values": (Line(label, _wanted(answer, expected)), given)}
    return {}


def _wanted(answer: Answer, outcome: Outcome) -> str:
    if outcome.kind is Kind.ERROR and outcome.failure:
        return f"raises {outcome.failure.name}"
    return show_value(outcome.value, answer.returns)


def _given(answer: Answer, outcome: Outcome) -> str:
    if outcome.kind is Kind.ERROR and outcome.failure:
        return f"stops with {outcome.failure}" if outcome.failure.raised else str(outcome.failure)
    if outcome.kind is Kind.VALUE:
        return show_value(outcome.value, answer.returns)
    return outcome.kind.value


def _lines(
    exercise: Exercise, answer: Answer, verdict: Verdict, shown: bool, next_step: str
) -> list[Line]:
    lines = []
    found = verdict.counterexample
    if found and found.fault.kind is not FaultKind.ERROR:
        lines.append(Line("What", found.fault.text))
    elif verdict.failure and not shown:  # else it stands beside the expected result
        lines.append(Line("What", verdict.failure.sentence))
    elif verdict.stopped_by:
        lines.append(
            Line("What", f'It stopped on the case "{verdict.stopped_by.name}". {_TOO_MUCH}')
        )
    if verdict.note:
        lines.append(Line("Note", verdict.note))
    if verdict.diagnosis:
        lines.append(Line("Why", verdict.diagnosis.text))
    rule = _rule(exercise, answer, verdict)
    if rule:
        lines.append(rule_line(rule))
    lines += [Line("Note", warning) for warning in verdict.warnings]
    if next_step:
        lines.append(Line("Next", next_step))
    return lines


def rule_line(rule: Rule) -> Line:
    """A rule of the contract card, cited."""
    return Line("Rule", f"“{_one_line(rule.text)}” (contract card, rule {rule.number})")


def _one_line(markdown: str) -> str:
    return " ".join(markdown.replace("**", "").split())


_TOO_MUCH = (
    "Look for a loop that does not end, a join that multiplies rows, or work done again and again."
)


def _rule(exercise: Exercise, answer: Answer, verdict: Verdict) -> Rule | None:
    found = verdict.counterexample
    if found and not verdict.diagnosis and found.fault.kind in _OF_NO_RULE:
        return None
    return exercise.rule(answer.name, verdict.rule)


_OF_NO_RULE = (FaultKind.ORDER, FaultKind.COLUMNS, FaultKind.TYPE)
"""What no case is made for: it shows on any."""
