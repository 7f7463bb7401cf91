"""Keep a grade small and printable, whatever a learner's code returned, raised or was named."""

from __future__ import annotations

import json
from typing import Any

from grader.grading.result import NotebookGrade, from_json, to_json

_MOST_TEXT = 4_000
_MOST_COLUMNS = 40


def bounded(grade: NotebookGrade) -> NotebookGrade:
    """The same grade with long texts cut, wide tables cut, and no text that is not Unicode.

    A result may have a million columns, or a lone half of a surrogate pair in their names, which no
    file and no page can hold.
    """
    plain = to_json(grade)
    for answer in (*plain["answers"], plain["bonus"]):
        for report in ("report", "secret"):
            if answer and answer[report]:
                answer[report] = _cut(answer[report])
    text = json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")
    return from_json(json.loads(text))


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= _MOST_TEXT else f"{value[:_MOST_TEXT]} …"
    if isinstance(value, list | tuple):
        return [_cut(item) for item in value]
    if isinstance(value, dict):
        wide = len(value.get("columns", ())) > _MOST_COLUMNS
        return {key: _cut(item) for key, item in (_narrow(value) if wide else value).items()}
    return value


def _narrow(grid: dict[str, Any]) -> dict[str, Any]:
    """A grid with its first columns, and one that says how many more there are."""
    more = f"… {len(grid['columns']) - _MOST_COLUMNS:,} more columns"
    return {
        **grid,
        "columns": [*grid["columns"][:_MOST_COLUMNS], more],
        "rows": [[*row[:_MOST_COLUMNS], ""] for row in grid["rows"]],
        "marked": [place for place in grid["marked"] if place[1] < _MOST_COLUMNS],
    }
