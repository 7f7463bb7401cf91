"""What a learner has done: one small file of lines, which several notebooks may write at once."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from grader import home

Event = Literal["tried", "solved", "hint", "gave up", "reset"]


@dataclass
class Standing:
    """Where a learner stands with one answer."""

    tries: int = 0
    solved: bool = False
    hints: int = 0
    gave_up: bool = False


def path() -> Path:
    """The file: WORKBOOK_PROGRESS if set, else in the workbook's own folder. Safe to delete."""
    named = os.environ.get("WORKBOOK_PROGRESS")
    return Path(named) if named else home.state() / "progress.jsonl"


def record(exercise: str, answer: str, event: Event) -> None:
    """Append one line. A short append is atomic, so notebooks do not disturb each other.

    A file that cannot be written is no reason to disturb a learner: nothing is recorded then.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    line = json.dumps({"time": now, "exercise": exercise, "answer": answer, "event": event})
    try:
        file = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    except OSError:
        return
    with os.fdopen(file, "ab", buffering=0) as lines:
        # The line break comes first, so that a line that was once cut short spoils no other.
        lines.write(f"\n{line}".encode())


def standings() -> dict[tuple[str, str], Standing]:
    """Where the learner stands, by (exercise, answer). Lines that cannot be read are passed over."""
    found: dict[tuple[str, str], Standing] = defaultdict(Standing)
    try:
        lines = path().read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return found
    for line in lines:
        try:
            entry = json.loads(line)
            key, event = (str(entry["exercise"]), str(entry["answer"])), entry["event"]
        except (ValueError, KeyError, TypeError):
            continue
        _apply(found, key, event)
    return found


def _apply(found: dict[tuple[str, str], Standing], key: tuple[str, str], event: str) -> None:
    standing = found[key]
    if event == "reset":
        found[key] = Standing()
    elif event in ("tried", "solved"):
        standing.tries += 1
        standing.solved = standing.solved or event == "solved"
    elif event == "hint":
        standing.hints += 1
    elif event == "gave up":
        standing.gave_up = True
