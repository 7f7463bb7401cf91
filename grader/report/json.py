"""A report as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from grader.bank.exercise import BREAK_IT, Exercise
from grader.judge import Counterexample, ExampleVerdict, Verdict
from grader.plain import Odd
from grader.sandbox import Kind, Outcome
from grader.table import Table


def as_json(
    exercise: Exercise,
    seed: int,
    verdicts: Sequence[Verdict],
    messages: Mapping[str, str],
    example: ExampleVerdict | None = None,
) -> dict[str, Any]:
    """The verdicts of a submission as plain JSON data. `messages` are the reports as text.

    The bonus for an example stands apart: it is not among the points.
    """
    return {
        "exercise": exercise.id,
        "seed": seed,
        "points": float(sum(verdict.points for verdict in verdicts)),
        "max_points": float(sum(verdict.max_points for verdict in verdicts)),
        "answers": [_verdict(exercise, v, messages[v.answer]) for v in verdicts],
        BREAK_IT: _example(exercise, example, messages[BREAK_IT]) if example else None,
    }


def _example(exercise: Exercise, verdict: ExampleVerdict, message: str) -> dict[str, Any]:
    judged = verdict.expected is not None and verdict.actual is not None
    return {
        "verdict": verdict.status.value,
        "points": float(verdict.points),
        "max_points": float(verdict.max_points),
        "allowed": judged,
        "complaint": verdict.complaint,
        "message": message,
        "inputs": _inputs(exercise, verdict.inputs),
        "expected": _outcome(verdict.expected) if verdict.expected else None,
        "actual": _outcome(verdict.actual) if verdict.actual else None,
        "rows": verdict.rows if judged else None,
        "smallest": verdict.smallest if judged else None,
        "caught": verdict.caught,
        "others": verdict.others,
        "warnings": list(verdict.warnings),
        "seconds": round(verdict.seconds, 3),
    }


def _verdict(exercise: Exercise, verdict: Verdict, message: str) -> dict[str, Any]:
    diagnosis = verdict.diagnosis
    found = verdict.counterexample
    return {
        "answer": verdict.answer,
        "verdict": verdict.status.value,
        "points": float(verdict.points),
        "max_points": float(verdict.max_points),
        "cases": verdict.cases,
        "failed": verdict.failed,
        "message": message,
        "diagnosis": {"id": diagnosis.id, "text": diagnosis.text} if diagnosis else None,
        "counterexample": _counterexample(exercise, found) if found else None,
        "warnings": list(verdict.warnings),
        "seconds": round(verdict.seconds, 3),
    }


def _counterexample(exercise: Exercise, found: Counterexample) -> dict[str, Any]:
    return {
        "inputs": _inputs(exercise, found.inputs),
        "expected": _outcome(found.expected),
        "actual": _outcome(found.actual),
        "rows": found.rows,
    }


def _inputs(exercise: Exercise, inputs: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _table(exercise.tables[name].names, value)
        if name in exercise.tables
        else _plain(value)
        for name, value in inputs.items()
    }


def _outcome(outcome: Outcome) -> Any:
    if outcome.kind is not Kind.VALUE:
        return {"error": str(outcome.failure or outcome.kind.value)}
    return _plain(outcome.value)


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    return {"columns": list(columns), "rows": [[_plain(cell) for cell in row] for row in rows]}


def _plain(value: Any) -> Any:
    if isinstance(value, Table):
        return _table(value.columns, value.rows)
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Odd):
        return value.text
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return str(value) if isinstance(value, timedelta) else value
