"""The facts of a report on an example that a learner wrote to break a wrong answer."""

from __future__ import annotations

from typing import Any

from grader.bank.exercise import BREAK_IT, Answer, Exercise
from grader.judge import ExampleVerdict, Status
from grader.report.facts import Facts, Line, rule_line, show_inputs, show_results
from grader.report.show import count_rows

_MARKS = {Status.CORRECT: "✓", Status.MISSING: "○"}


def example_facts(exercise: Exercise, verdict: ExampleVerdict, next_step: str) -> Facts:
    """The facts of a verdict on an example. `next_step` says what to do now."""
    answer = _answer(exercise)
    return Facts(
        mark=_MARKS.get(verdict.status, "✗"),
        headline=f"{BREAK_IT}: {_headline(verdict)}",
        points=f"{verdict.points:g} / {verdict.max_points:g} bonus {_points(verdict.max_points)}",
        lines=(*_lines(exercise, answer, verdict), *_next(next_step)),
        **_shown(exercise, answer, verdict, f"On your input ({_size(answer, verdict.rows)})"),
    )


def smallest_facts(exercise: Exercise, worked: ExampleVerdict) -> Facts:
    """The facts of the author's own example: an input, both results, what went wrong."""
    answer = _answer(exercise)
    return Facts(
        mark="",
        headline=f"{BREAK_IT}: the smallest example we know",
        points="",
        lines=tuple(_diagnosis(exercise, answer, worked)),
        **_shown(exercise, answer, worked, f"This input breaks it ({_size(answer, worked.rows)})"),
    )


def _answer(exercise: Exercise) -> Answer:
    assert exercise.break_it
    return exercise.answers[exercise.break_it.answer]


def _headline(verdict: ExampleVerdict) -> str:
    if verdict.status is Status.WRONG:
        if verdict.complaint:
            return "this input is not allowed"
        return "your example does not break it"
    return {
        Status.CORRECT: "your example breaks it",
        Status.ERROR: "it stopped with an error"
        if verdict.failure and verdict.failure.raised
        else "it does not run",
        Status.TIMEOUT: "no example within the time limit",
        Status.MEMORY: "more memory than it may use",
        Status.MISSING: "not attempted yet",
    }[verdict.status]


def _shown(
    exercise: Exercise, answer: Answer, verdict: ExampleVerdict, intro: str
) -> dict[str, Any]:
    if not verdict.inputs or set(verdict.inputs) != set(answer.inputs):
        return {}
    given = show_inputs(exercise, answer, verdict.inputs)
    if verdict.expected is None or verdict.actual is None:
        return {"intro": "Your input", **given}
    results = show_results(
        answer, verdict.expected, verdict.actual, "the wrong answer gives", "it gives"
    )
    return {"intro": intro, **given, **results}


def _lines(exercise: Exercise, answer: Answer, verdict: ExampleVerdict) -> list[Line]:
    lines = [Line("Note", note) for note in (verdict.note, *verdict.warnings) if note]
    if verdict.complaint:
        return [Line("What", verdict.complaint), *lines]
    if verdict.failure:
        return [Line("What", verdict.failure.sentence), *lines]
    if verdict.status is Status.WRONG:
        text = "On this input the wrong answer is right: both give the same result."
        return [Line("What", text), *lines]
    if verdict.correct:
        lines.insert(0, Line("Size", _compared(answer, verdict)))
        if verdict.others:
            lines.insert(0, Line("Also", _also(answer, verdict)))
        lines = [*_diagnosis(exercise, answer, verdict), *lines]
    return lines


def _diagnosis(exercise: Exercise, answer: Answer, verdict: ExampleVerdict) -> list[Line]:
    """What is wrong with the wrong answer: told once it is broken, or given up."""
    if verdict.misconception is None:
        return []
    rule = exercise.rule(answer.name, verdict.misconception.rule)
    why = Line("Why", f"What is wrong with it: {verdict.misconception.diagnosis}")
    return [why, rule_line(rule)] if rule else [why]


def _also(answer: Answer, verdict: ExampleVerdict) -> str:
    caught = f"also catches {verdict.caught}" if verdict.caught else "catches none"
    return f"It {caught} of the {verdict.others} other wrong answers to {answer.name}."


def _compared(answer: Answer, verdict: ExampleVerdict) -> str:
    rows = _size(answer, verdict.rows)
    if verdict.rows > verdict.smallest:
        enough = "is" if verdict.smallest == 1 else "are"
        return f"Your example has {rows}; {verdict.smallest or 'none'} {enough} enough."
    if verdict.rows == verdict.smallest:
        return f"Your example has {rows}. No smaller one is known: well done."
    return f"Your example has {rows}, fewer than the smallest we knew: very well done."


def _size(answer: Answer, count: int) -> str:
    if not count:
        return "no rows at all" if answer.kind == "query" else "no values at all"
    if answer.kind == "query":
        return count_rows(count)
    return "1 value" if count == 1 else f"{count:,} values"


def _points(count: float) -> str:
    return "point" if count == 1 else "points"


def _next(next_step: str) -> list[Line]:
    return [Line("Next", next_step)] if next_step else []
