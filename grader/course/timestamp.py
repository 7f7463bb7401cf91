"""When a submission was handed in: nbgrader's timestamp.txt, which learners can write too."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

NAME = "timestamp.txt"
_MOST = 100


def handed_in_at(folder: Path) -> datetime | None:
    """The time in a submission's timestamp.txt, UTC and naive as nbgrader stores it, or None."""
    from nbgrader.utils import parse_utc

    try:
        return parse_utc(timestamp_text(folder))
    except (ValueError, OverflowError, TypeError):
        return None


def timestamp_text(folder: Path) -> str | None:
    """The text of a submission's timestamp.txt, if it is a small ordinary file."""
    # A link could lead out of the submission, a pipe would be waited for.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(folder / NAME, flags), "rb") as file:
            text = file.read(_MOST + 1)
    except OSError:
        return None
    return text.decode("ascii", "replace").strip() if text and len(text) <= _MOST else None
