"""What crosses the border of the sandbox: JSON in length-prefixed frames, never a pickle.

Values are encoded by exact type; anything that is not plain data arrives as Odd.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

import numpy as np

from grader.bank.exercise import Answer, Column, Exercise, TableSpec
from grader.plain import EmptyArray, Odd, odd, too_many_keys
from grader.sandbox.code import Answers, Code, Source
from grader.sandbox.outcome import Failure, Kind, Outcome, error
from grader.table import MAX_COLUMNS, MAX_ROWS, Table

MAX_FRAME = 64 * 1024 * 1024
MAX_REPLY = 16 * 1024 * 1024
"""Bytes of a result; so many are no right answer to a small case, and reading them takes time."""

_MOST_TEXT = 4_000
_CELLS = (type(None), bool, int, float, str, datetime, timedelta, Odd)


def send(pipe: IO[bytes], message: Any) -> None:
    """Write one frame: eight bytes of length, then JSON."""
    send_body(pipe, json.dumps(message).encode("ascii"))


def send_body(pipe: IO[bytes], body: bytes) -> None:
    pipe.write(len(body).to_bytes(8, "big") + body)
    pipe.flush()


def reply_body(number: int, outcome: Outcome) -> bytes:
    """The frame of a reply; an outcome that is too large to be read becomes one that says so."""
    body = json.dumps({"number": number, **outcome_to_wire(outcome)}).encode("ascii")
    if len(body) <= MAX_REPLY:
        return body
    return reply_body(number, error("not a table", "its result is too large to be looked at."))


def receive(pipe: IO[bytes], most: int = MAX_FRAME) -> Any:
    """Read one frame. Raises EOFError at the end, ValueError for what is no frame."""
    head = pipe.read(8)
    if len(head) < 8:
        raise EOFError
    length = int.from_bytes(head, "big")
    if length > most:
        raise ValueError(f"a frame of {length} bytes")
    body = pipe.read(length)
    if len(body) < length:
        raise EOFError
    return parsed(body)


def parsed(body: bytes) -> Any:
    """The message in a frame. Raises ValueError for what is no JSON."""
    return json.loads(body, parse_constant=_refused)


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def encode(value: Any) -> Any:
    """A plain value as JSON; other types are tagged."""
    if value is None or type(value) in (bool, int, str):
        return value
    if type(value) is float:
        return value if math.isfinite(value) else {"$": "float", "v": str(value)}
    if type(value) is list:
        return [encode(item) for item in value]
    if type(value) is tuple:
        return {"$": "tuple", "v": [encode(item) for item in value]}
    if type(value) is dict:
        return {"$": "dict", "v": [[encode(k), encode(v)] for k, v in value.items()]}
    if type(value) is datetime:
        return {"$": "time", "v": value.isoformat()}
    if type(value) is timedelta:
        return {"$": "duration", "v": [value.days, value.seconds, value.microseconds]}
    if type(value) is Table:
        rows = [[encode(cell) for cell in row] for row in value.rows]
        return {"$": "table", "v": [list(value.columns), rows, list(value.index)]}
    if type(value) is EmptyArray:
        return {"$": "empty", "v": list(value.shape)}
    value = value if type(value) is Odd else odd(value)
    return {"$": "odd", "v": [value.type, value.text]}


def decode(value: Any) -> Any:
    """The inverse of encode. Raises ValueError, KeyError or TypeError for what it did not write."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    tag, body = value["$"], value["v"]
    if tag == "float":
        return float(body)
    if tag == "tuple":
        return tuple(decode(item) for item in body)
    if tag == "dict":
        if too_many_keys(key for key, _ in body):
            raise ValueError(f"a dict of {len(body)} entries")
        return {decode(k): decode(v) for k, v in body}
    if tag == "time":
        return datetime.fromisoformat(body)
    if tag == "duration":
        days, seconds, microseconds = body
        return timedelta(days, seconds, microseconds)
    if tag == "table":
        columns, rows, index = body
        if len(columns) > MAX_COLUMNS or len(rows) > MAX_ROWS:
            raise ValueError("a table larger than any answer")
        cells = tuple(tuple(decode(cell) for cell in row) for row in rows)
        if any(len(row) != len(columns) for row in cells):
            raise ValueError("a table whose rows differ in width")
        if any(type(cell) not in _CELLS for row in cells for cell in row):
            raise ValueError("a cell that is no plain value")
        return Table(tuple(map(_text, columns)), cells, tuple(map(_text, index)))
    if tag == "empty":
        if len(body) > 8 or not all(type(length) is int and 0 <= length < 2**40 for length in body):
            raise ValueError("a shape that no array has")
        return EmptyArray(tuple(body))
    if tag == "odd":
        type_, text = body
        return Odd(_text(type_), _text(text))
    raise ValueError(f"unknown tag {tag!r}")


def inputs_to_wire(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Tables and arguments by name; arrays as their bytes, which only this direction knows."""
    return {name: _input_to_wire(value) for name, value in inputs.items()}


def inputs_from_wire(message: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of inputs_to_wire."""
    return {name: _input_from_wire(value) for name, value in message.items()}


def _input_to_wire(value: Any) -> Any:
    if not isinstance(value, np.ndarray):
        return encode(value)
    content = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode("ascii")
    return {"$": "array", "v": [value.dtype.str, list(value.shape), content]}


def _input_from_wire(value: Any) -> Any:
    if not isinstance(value, dict) or value["$"] != "array":
        return decode(value)
    dtype, shape, content = value["v"]
    return np.frombuffer(base64.b64decode(content), np.dtype(dtype)).reshape(shape)


def outcome_to_wire(outcome: Outcome) -> dict[str, Any]:
    return {
        "kind": outcome.kind.value,
        "value": encode(outcome.value),
        "failure": asdict(outcome.failure) if outcome.failure else None,
        "changed": list(outcome.changed),
    }


def outcome_from_wire(message: Any) -> Outcome:
    """Raises ValueError for anything that is not an outcome: an answer may have forged it."""
    try:
        outcome = _outcome(message)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError) as odd:
        raise ValueError("not an outcome") from odd
    failed = outcome.failure is not None and bool(outcome.failure.types)
    if (outcome.kind is Kind.ERROR) != failed:
        raise ValueError("an error without a failure, or the reverse")
    return outcome


def _text(value: Any) -> str:
    """A text for people: of bounded length, and Unicode that can be written to a file."""
    return str(value)[:_MOST_TEXT].encode("utf-8", "replace").decode("utf-8")


def _outcome(message: Any) -> Outcome:
    failure = message["failure"]
    if failure:
        line = failure["line"]
        failure = Failure(
            tuple(map(_text, failure["types"])),
            _text(failure["text"]),
            None if line is None else int(line),
            _text(failure["source"]),
        )
    changed = tuple(map(_text, message["changed"]))
    return Outcome(Kind(message["kind"]), decode(message["value"]), failure or None, changed)


def tables_to_wire(specs: Mapping[str, TableSpec]) -> list[dict[str, Any]]:
    return [asdict(spec) for spec in specs.values()]


def tables_from_wire(tables: Any) -> dict[str, TableSpec]:
    return {
        t["name"]: TableSpec(t["name"], tuple(Column(**c) for c in t["columns"]), t["single_row"])
        for t in tables
    }


def job_to_wire(exercise: Exercise, answers: Answers) -> dict[str, Any]:
    """What a sandbox needs to know: shapes of inputs and the learner's code. No solution, no case."""
    return {
        "id": exercise.id,
        "tables": tables_to_wire(exercise.tables),
        "answers": [
            {
                "name": a.name,
                "kind": a.kind,
                "tables": a.tables,
                "arguments": dict(a.arguments),
                "columns": dict(a.columns),
            }
            for a in exercise.answers.values()
        ],
        "codes": [[code.name, code.language, code.text] for code in answers.codes.values()],
        "python": [[source.place, source.text] for source in answers.python],
        "lenient": answers.lenient,
    }


def job_from_wire(job: Any) -> tuple[Exercise, Answers]:
    """An exercise that knows shapes only, and the answers to run."""
    tables = tables_from_wire(job["tables"])
    answers = {
        a["name"]: Answer(
            a["name"],
            a["kind"],
            points=0,
            text="",
            hints=(),
            tables=tuple(a["tables"]),
            arguments=a["arguments"],
            columns=a["columns"],
        )
        for a in job["answers"]
    }
    exercise = Exercise(
        id=job["id"],
        folder=Path(),
        title="",
        question=0,
        track="",
        difficulty="",
        tags=(),
        asked="",
        minutes=0,
        data=(),
        sources=(),
        rules=(),
        tables=tables,
        explain_prompt="",
        rubric=(),
        answers=answers,
    )
    codes = {name: Code(name, language, text) for name, language, text in job["codes"]}
    sources = tuple(Source(place, text) for place, text in job["python"])
    return exercise, Answers(codes, sources, job["lenient"])
