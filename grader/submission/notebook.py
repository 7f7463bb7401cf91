"""Find the answers in a notebook by their names in parsed code, not by cell metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.errors import WorkbookError, nearest
from grader.sandbox import Answers, Source
from grader.submission.cells import MAX_BYTES, Notebook, read_cells, too_large
from grader.submission.definitions import Definition, Reading, read_code, read_text
from grader.submission.handed_out import HandedOut
from grader.submission.printable import in_words, printable
from grader.submission.source import functions_in, is_empty, is_starter, sql_cell, without_comments
from grader.submission.submission import Submission
from grader.submission.written import explanation, oddities, other_cells, shortened

__all__ = [
    "functions_in",
    "is_empty",
    "is_starter",
    "parse_notebook",
    "read_notebook",
    "sql_cell",
    "submission_of",
    "without_comments",
]

_MOST_UNKNOWN_NAMES = 200


def read_notebook(path: Path, ours: HandedOut) -> Submission:
    """The answers in a notebook file. Raises WorkbookError when the file is no notebook."""
    where = printable(str(path), 1000)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_large(where)
        content = path.read_bytes()
    except OSError as error:
        raise WorkbookError(
            f"{where} is not a notebook that can be read ({type(error).__name__}).",
            help="Check the path, and that you may read the file.",
        ) from error
    return parse_notebook(content, where, ours)


def parse_notebook(content: bytes, where: str, ours: HandedOut) -> Submission:
    """The answers in the bytes of a notebook, which is called `where` in messages.

    Nothing is run, and no output is looked at. Raises WorkbookError when the bytes are no notebook;
    whatever else is odd about it is told by the submission.
    """
    return submission_of(read_cells(content, where), ours)


def submission_of(notebook: Notebook, ours: HandedOut) -> Submission:
    """The answers in a notebook that has been read, and what a person may want to see of it."""
    code = [read_code(cell, ours.names) for cell in notebook.cells if cell.code]
    found = _definitions(code, ours.names)
    texts = [read_text(c, ours.names, ours.blocks) for c in notebook.cells if not c.code]
    for name, definitions in _definitions(texts, ours.names).items():
        found[name] = found[name] or definitions  # text counts where no code cell has it
    counting = {name: definitions[-1] for name, definitions in found.items() if definitions}
    missing = _why_missing([n for n in ours.names if n not in counting], code, ours)
    sources = {cell.number: cell.source for cell in notebook.cells}
    used = {definition.cell for definition in counting.values()}
    python = sorted(
        (r.cell.number, r.python)
        for r in [*code, *texts]
        if r.python and (r.cell.code or r.cell.number in used)
    )
    written = {n: shortened(sources[d.cell]) for n, d in counting.items()}
    written |= _attempts(missing, notebook, ours)
    return Submission(
        Answers(
            {name: definition.code for name, definition in counting.items()},
            tuple(Source(f"<cell {number}>", text) for number, text in python),
            lenient=True,
        ),
        missing,
        _warnings(found, _unparsed(code, ours.names)),
        {**written, "explain": explanation(notebook.cells, ours)},
        other_cells(code, used, ours),
        (*notebook.oddities, *oddities(notebook, ours)),
    )


def _definitions(readings: Sequence[Reading], names: Sequence[str]) -> dict[str, list[Definition]]:
    """The definitions of each answer that are more than a starter, in the order of the notebook."""
    found: dict[str, list[Definition]] = {name: [] for name in names}
    for reading in readings:
        for definition in reading.definitions:
            if definition.code.name in found and not definition.starter:
                found[definition.code.name].append(definition)
    return found


def _warnings(
    found: Mapping[str, list[Definition]], unparsed: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    warnings = {}
    for name, definitions in found.items():
        notes = []
        if len(definitions) > 1:
            places = in_words(definition.cell for definition in definitions)
            notes.append(f"It is defined in {places}; the last one counts.")
        if definitions and definitions[-1].odd:
            notes.append(definitions[-1].odd)
        if definitions and name in unparsed:
            notes.append(f"{unparsed[name]} That cell is passed over.")
        if notes:
            warnings[name] = tuple(notes)
    return warnings


def _unparsed(code: Sequence[Reading], names: Sequence[str]) -> dict[str, str]:
    """By answer, the last cell that begins to define it and does not parse, and why."""
    begins = re.compile(rf"^[ \t]*def[ \t]+({'|'.join(map(re.escape, names))})\b", re.M)
    return {
        name: f"Cell {reading.cell.number} cannot be read as Python ({reading.trouble})."
        for reading in code
        if reading.trouble
        for name in begins.findall(reading.cell.source)
    }


def _why_missing(
    missing: Sequence[str], code: Sequence[Reading], ours: HandedOut
) -> dict[str, str]:
    """What was found instead of each answer; "" where nothing was."""
    unknown: dict[str, int] = {}
    for reading in code:
        for definition in reading.definitions if reading.cell.text not in ours.cells else ():
            if definition.code.name not in ours.names and len(unknown) < _MOST_UNKNOWN_NAMES:
                unknown[definition.code.name] = reading.cell.number
    near = {
        meant: f'Cell {number} is named "{printable(name)}". Did you mean "{meant}"?'
        for name, number in unknown.items()
        if (meant := nearest(name, ours.names))
    }
    elsewhere = {
        reading.cell.grade_id: f"Cell {reading.cell.number}, where it belongs, does not define it."
        for reading in code
        if reading.cell.grade_id in missing
        and reading.cell.text
        and reading.cell.text != ours.by_grade_id.get(reading.cell.grade_id)
        and not any(d.starter for d in reading.definitions)
    }
    unparsed = _unparsed(code, ours.names)
    return {n: unparsed.get(n) or near.get(n) or elsewhere.get(n, "") for n in missing}


def _attempts(missing: Mapping[str, str], notebook: Notebook, ours: HandedOut) -> dict[str, str]:
    """What stands in the cells of answers that are missing, where it is not what was handed out."""
    return {
        cell.grade_id: shortened(cell.source)
        for cell in notebook.cells
        if cell.grade_id in missing
        and cell.text
        and cell.text != ours.by_grade_id.get(cell.grade_id)
    }
