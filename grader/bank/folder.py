"""Read an exercise folder: exercise.toml into an Exercise, with errors that name the line to mend."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader import home
from grader.bank.argument import type_of
from grader.bank.checker import FILE as CHECK
from grader.bank.exercise import (
    BREAK_IT,
    TYPES,
    Answer,
    BreakIt,
    Column,
    Exercise,
    Rule,
    TableSpec,
    Tolerance,
)
from grader.errors import ExerciseError, UnknownName, nearest

_TRACKS = ("coding", "technical", "design", "behavioral")
_DIFFICULTIES = ("easy", "medium", "hard")
_OPTIONAL_ANSWER_KEYS = {"seconds", "tolerance", "absolute", "starter", "order", "rules"}
_COMPARISON = {"tolerance", "absolute", "whole_floats"}


def exercise_ids() -> list[str]:
    """The ids of all exercises, sorted by the number of their question in the curriculum."""
    folders = [path.parent for path in (home.root() / "solutions").glob("*/exercise.toml")]
    return sorted((folder.name for folder in folders), key=lambda id: (_question(id), id))


def load_exercise(exercise_id: str) -> Exercise:
    """The exercise with this id.

    Raises UnknownName when there is no such folder and ExerciseError when it is not well-formed.
    """
    folder = home.root() / "solutions" / exercise_id
    if not (folder / "exercise.toml").is_file():
        raise UnknownName("exercise", exercise_id, exercise_ids())
    try:
        return _exercise(folder, tomllib.loads((folder / "exercise.toml").read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError(
            f"{_toml(folder)} is not valid TOML: {error}.", help="Mend the line it names."
        ) from error
    except KeyError as error:
        raise ExerciseError(f"{_toml(folder)} lacks {error}.", help="Add it.") from error


def _question(exercise_id: str) -> int:
    path = home.root() / "solutions" / exercise_id / "exercise.toml"
    try:
        return int(tomllib.loads(path.read_text("utf-8")).get("question", 999))
    except (tomllib.TOMLDecodeError, ValueError):
        return 999


def _exercise(folder: Path, toml: Mapping[str, Any]) -> Exercise:
    _demand(toml["id"] == folder.name, folder, f'id is "{toml["id"]}", the folder {folder.name}')
    _demand(toml["track"] in _TRACKS, folder, f"track must be one of {', '.join(_TRACKS)}")
    _demand(
        toml["difficulty"] in _DIFFICULTIES, folder, f"difficulty must be one of {_DIFFICULTIES}"
    )
    rules = _rules(toml.get("rules", {}), 1)
    single = toml.get("single_row", [])
    nowhere = sorted(set(single) - set(toml.get("tables", {})))
    _demand(not nowhere, folder, f"single_row names unknown tables: {', '.join(nowhere)}")
    tables = {
        name: _table(folder, name, columns, name in single)
        for name, columns in toml.get("tables", {}).items()
    }
    comparison = toml.get("comparison", {})
    odd = sorted(set(comparison) - _COMPARISON)
    _demand(not odd, folder, f"[comparison] has unknown keys: {', '.join(odd)}")
    answers = {
        name: _answer(folder, name, {**comparison, **entry}, tables, len(rules))
        for name, entry in toml["answers"].items()
    }
    _demand(BREAK_IT not in answers, folder, f"no answer may be called {BREAK_IT}: the bonus is")
    return Exercise(
        id=toml["id"],
        folder=folder,
        title=toml["title"],
        question=toml["question"],
        track=toml["track"],
        difficulty=toml["difficulty"],
        tags=tuple(toml["tags"]),
        asked=toml["asked"],
        minutes=toml["minutes"],
        data=tuple(toml.get("data", tables)),
        sources=tuple(toml["sources"]),
        rules=rules,
        tables=tables,
        explain_prompt=toml["explain"]["prompt"],
        rubric=tuple(toml["explain"]["rubric"]),
        answers=answers,
        break_it=_break_it(folder, toml["break_it"], answers) if "break_it" in toml else None,
    )


def _rules(entries: Mapping[str, str], first: int) -> tuple[Rule, ...]:
    return tuple(
        Rule(key, number, text.strip()) for number, (key, text) in enumerate(entries.items(), first)
    )


def _table(folder: Path, name: str, columns: Mapping[str, str], single_row: bool) -> TableSpec:
    return TableSpec(
        name, tuple(_column(folder, name, c, text) for c, text in columns.items()), single_row
    )


def _column(folder: Path, table: str, name: str, text: str) -> Column:
    type_, *marks = text.split(maxsplit=1)
    mark = marks[0] if marks else ""
    known = type_ in TYPES and mark in ("", "unique", "not null", "unique not null")
    _demand(known, folder, f'column {table}.{name} is "{text}"; write "TYPE [unique] [not null]"')
    return Column(name, type_, nullable="not null" not in mark, unique="unique" in mark)


def _answer(
    folder: Path, name: str, entry: Mapping[str, Any], tables: Mapping[str, TableSpec], rules: int
) -> Answer:
    kind = entry["kind"]
    _demand(kind in ("query", "function"), folder, f'answer {name}: kind "{kind}" is unknown')
    shape = ["tables", "columns"] if kind == "query" else ["arguments", "returns"]
    if entry.get("returns") == "table":
        shape.append("columns")
    allowed = {"kind", "points", "text", "hints", *shape} | _OPTIONAL_ANSWER_KEYS | _COMPARISON
    extra = sorted(set(entry) - allowed)
    _demand(not extra, folder, f"answer {name} has unknown keys: {', '.join(extra)}")
    missing = sorted(set(entry.get("tables", [])) - set(tables))
    _demand(not missing, folder, f"answer {name} uses unknown tables: {', '.join(missing)}")
    lacking = [key for key in shape if key not in entry]
    _demand(not lacking, folder, f"answer {name} lacks {', '.join(lacking)}")
    for argument, annotation in entry.get("arguments", {}).items():
        _demand(_is_type(annotation), folder, f"answer {name}: {argument} is of an unknown type")
        there = annotation != "DataFrame" or argument in tables
        _demand(there, folder, f"answer {name}: [tables.{argument}] is missing")
    return Answer(
        name=name,
        kind=kind,
        points=entry["points"],
        text=entry["text"].strip(),
        hints=tuple(entry["hints"]),
        rules=_rules(entry.get("rules", {}), rules + 1),
        tables=tuple(entry.get("tables", ())),
        columns=dict(entry.get("columns", {})),
        order=entry.get("order", ""),
        arguments=dict(entry.get("arguments", {})),
        returns=entry.get("returns", ""),
        starter="python" if kind == "function" else entry.get("starter", "sql"),
        seconds=entry.get("seconds"),
        tolerance=Tolerance(
            entry.get("tolerance", 1e-9), entry.get("absolute", entry.get("tolerance", 1e-9))
        ),
        whole_floats=entry.get("whole_floats", False),
        many_right=(folder / name / CHECK).is_file(),
    )


def _break_it(folder: Path, entry: Mapping[str, Any], answers: Mapping[str, Answer]) -> BreakIt:
    extra = sorted(set(entry) - {"answer", "wrong", "points", "prompt", "hints"})
    _demand(not extra, folder, f"[break_it] has unknown keys: {', '.join(extra)}")
    lacking = [key for key in ("answer", "wrong", "prompt") if key not in entry]
    _demand(not lacking, folder, f"[break_it] lacks {', '.join(lacking)}")
    answer, wrong, points = entry["answer"], entry["wrong"], entry.get("points", 1)
    _demand(answer in answers, folder, f'[break_it] answer "{answer}" is no answer of the exercise')
    files = sorted(path.stem for path in (folder / answer / "wrong").glob("*") if path.is_file())
    near = nearest(str(wrong), files)
    guess = f'; did you mean "{near}"?' if near else ""
    _demand(
        wrong in files, folder, f'[break_it] wrong "{wrong}" is no file of {answer}/wrong{guess}'
    )
    _demand(
        isinstance(points, int | float) and points > 0,
        folder,
        f"[break_it] points is {points}; a bonus is more than 0",
    )
    return BreakIt(answer, wrong, points, entry["prompt"].strip(), tuple(entry.get("hints", ())))


def _is_type(annotation: str) -> bool:
    try:
        type_of(annotation)
    except (NameError, SyntaxError, TypeError):
        return False
    return True


def _demand(holds: bool, folder: Path, complaint: str) -> None:
    if not holds:
        raise ExerciseError(f"{_toml(folder)}: {complaint}.", help="Mend it there.")


def _toml(folder: Path) -> str:
    return f"solutions/{folder.name}/exercise.toml"
