"""The cells of a notebook, read from its bytes as plain JSON: odd notebooks are no reason to fail."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from grader.errors import WorkbookError
from grader.submission.printable import in_words

MAX_BYTES = 20 * 1024 * 1024
MAX_CELLS = 2_000
MAX_CELL = 200_000
MAX_ODDITIES = 20
MAX_TEXT = 500_000
"""Characters of a notebook that are read: many times an honest one's, and seconds in the worst case."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Cell:
    """A cell: its number in the notebook from 1, its source, the id nbgrader knows it by."""

    number: int
    code: bool
    source: str
    grade_id: str = ""
    readable: bool = True
    """False where the cell, or all cells so far, are too long to be parsed."""

    @property
    def text(self) -> str:
        """The source without spaces at line ends and around it: what does not tell cells apart."""
        return normal(self.source)


@dataclass(frozen=True)
class Notebook:
    """`exercise` is the id that our builds write into the metadata; `oddities` are for a person."""

    cells: tuple[Cell, ...]
    exercise: str = ""
    oddities: tuple[str, ...] = ()


def normal(source: str) -> str:
    """A source without spaces at line ends and around it."""
    return "\n".join(line.rstrip() for line in source.strip().split("\n"))


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno} is no JSON: the file is cut off or damaged"
    if isinstance(error, ValueError):
        return "it is damaged"
    if isinstance(error, RecursionError | MemoryError):
        return "it is nested too deeply"
    return "it has no cells"


def read_cells(content: bytes, where: str) -> Notebook:
    """The notebook in these bytes. Raises WorkbookError, which names `where`, when there is none."""
    if len(content) > MAX_BYTES:
        raise too_large(where)
    oddities: list[str] = []
    try:
        data = json.loads(_decoded(content, oddities), parse_int=_integer)
        raw = _raw_cells(data)
    except (ValueError, KeyError, TypeError, RecursionError, MemoryError) as error:
        raise WorkbookError(
            f"{where} is not a notebook that can be read ({_why(error)}).",
            help="Open it in Jupyter, save it again, and check the saved file.",
        ) from error
    if "worksheets" in data and "cells" not in data:
        oddities.append("It is saved in an old notebook format (before 4).")
    elif data.get("nbformat") != 4:
        oddities.append("It does not say that it is saved in notebook format 4.")
    if len(raw) > MAX_CELLS:
        oddities.append(f"It has {len(raw):,} cells; the first {MAX_CELLS:,} are read.")
    cells = [_cell(number, entry, oddities) for number, entry in enumerate(raw[:MAX_CELLS], 1)]
    workbook = _mapping(_mapping(data.get("metadata")).get("workbook"))
    exercise = workbook.get("exercise")
    bounded = _bounded(cells, oddities)
    return Notebook(
        tuple(bounded),
        exercise if isinstance(exercise, str) else "",
        tuple(oddities[:MAX_ODDITIES]),
    )


def too_large(where: str) -> WorkbookError:
    return WorkbookError(f"{where} is larger than 20 MB.", help="Clear its outputs and save it.")


def _decoded(content: bytes, oddities: list[str]) -> str:
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        oddities.append("It is not saved as UTF-8; letters beyond ASCII may have changed.")
        return content.decode("latin-1")
    if not encoding.startswith("utf-8"):
        oddities.append(f"It is saved as {encoding.upper()}, not as UTF-8.")
    return text


def _integer(digits: str) -> int:
    """No number of a notebook matters to us but its format; very long ones take Python very long."""
    return int(digits) if len(digits) < 20 else 0


def _raw_cells(data: Any) -> list[Any]:
    """The cells, also of formats 2 and 3. Raises KeyError or TypeError where there are none."""
    if not isinstance(data, dict):
        raise TypeError("a notebook is an object")
    if "cells" in data:
        cells = data["cells"]
    else:
        sheets = data["worksheets"]
        cells = [cell for sheet in sheets for cell in _list(sheet["cells"])]
    if _list(cells) and not any(isinstance(cell, dict) for cell in cells):
        raise TypeError("cells are objects")
    return cells


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("cells are a list")
    return value


def _cell(number: int, entry: Any, oddities: list[str]) -> Cell:
    entry = _mapping(entry)
    source = entry.get("source", entry.get("input", ""))
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    if not all(isinstance(line, str) for line in lines):
        oddities.append(f"Cell {number} holds something that is no text; it is passed over.")
    if _HALF_CHARACTER.search(text):
        text = _HALF_CHARACTER.sub("\ufffd", text)
        oddities.append(f"Cell {number} holds half a character, which no file can hold.")
    grade_id = _mapping(_mapping(entry.get("metadata")).get("nbgrader")).get("grade_id")
    return Cell(
        number,
        entry.get("cell_type") == "code",
        text.replace("\r\n", "\n"),
        grade_id if isinstance(grade_id, str) else "",
    )


def _bounded(cells: list[Cell], oddities: list[str]) -> list[Cell]:
    """The cells, those that go beyond what is read marked as unreadable.

    Short ones first: data that was pasted into a cell must not keep an answer from being read.
    """
    room, passed_over = MAX_TEXT, set()
    for cell in sorted(cells, key=lambda cell: len(cell.source)):
        room -= len(cell.source)
        if room < 0 or len(cell.source) > MAX_CELL:
            passed_over.add(cell.number)
    if passed_over:
        oddities.append(f"Too long to be read, and passed over: {in_words(passed_over)}.")
    return [replace(cell, readable=cell.number not in passed_over) for cell in cells]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
