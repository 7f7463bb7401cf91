"""What else a learner wrote into a notebook, and what became of our own cells in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from grader.submission.cells import Cell, Notebook
from grader.submission.definitions import Reading
from grader.submission.handed_out import HandedOut
from grader.submission.printable import printable

EXPLAIN = "explain"
MAX_WRITTEN = 100_000
MAX_OTHERS = 200_000
_CUT = "\n… (cut: it goes on)"
_HEADING = "## Explain it"


def shortened(text: str, most: int = MAX_WRITTEN) -> str:
    """The text, or its beginning and a remark that it goes on: at most `most` characters."""
    return text if len(text) <= most else text[: max(0, most - len(_CUT))] + _CUT


def explanation(cells: Sequence[Cell], ours: HandedOut) -> str:
    """The explain-it answer: the cell made for it, else the text cells below its heading."""
    marked = [_beyond_ours(cell, ours) for cell in cells if cell.grade_id == EXPLAIN]
    found = [text for text in marked if text] or _below_heading(cells, ours)
    return shortened("\n\n".join(found))


def _below_heading(cells: Sequence[Cell], ours: HandedOut) -> list[str]:
    """The learner's text between our cell "Explain it" and the next cell of ours."""
    texts = []
    headings = [n for n, cell in enumerate(cells) if cell.source.lstrip().startswith(_HEADING)]
    for cell in cells[headings[-1] + 1 :] if headings else ():
        if cell.text in ours.cells and cell.text != ours.by_grade_id.get(EXPLAIN):
            break
        if not cell.code:
            texts.append(_beyond_ours(cell, ours))
    return [text for text in texts if text]


def _beyond_ours(cell: Cell, ours: HandedOut) -> str:
    """The text of a cell without our invitation to write."""
    invitation = ours.by_grade_id.get(EXPLAIN, "")
    return (cell.source.replace(invitation, "") if invitation else cell.source).strip()


def other_cells(code: Sequence[Reading], used: Container[int], ours: HandedOut) -> tuple[str, ...]:
    """The code cells that are neither ours nor an answer that counts, as far as there is room."""
    found, room = [], MAX_OTHERS
    for reading in code:
        cell = reading.cell
        if cell.number in used or not cell.text or cell.text in ours.cells or reading.calls_only:
            continue
        if room <= len(_CUT):
            break
        found.append(shortened(cell.source, min(room, MAX_WRITTEN)))
        room -= len(found[-1])
    return tuple(found)


def oddities(notebook: Notebook, ours: HandedOut) -> tuple[str, ...]:
    """What is odd about our cells in the notebook. None of it changes how answers are judged."""
    found = []
    if notebook.exercise and notebook.exercise != ours.exercise:
        found.append(f'It says that it is the notebook of "{printable(notebook.exercise)}".')
    ids = Counter(cell.grade_id for cell in notebook.cells if cell.grade_id in ours.by_grade_id)
    twice = [grade_id for grade_id, count in ids.items() if count > 1]
    if twice:
        found.append(f"More than one cell carries the grade_id {', '.join(twice)}.")
    checks = [grade_id for grade_id in ours.by_grade_id if grade_id.startswith("check_")]
    texts = {cell.text for cell in notebook.cells}
    lost = [grade_id for grade_id in checks if ours.by_grade_id[grade_id] not in texts]
    changed = [grade_id for grade_id in lost if grade_id in ids]
    deleted = [grade_id for grade_id in lost if grade_id not in ids]
    for which, what in ((changed, "changed"), (deleted, "deleted")):
        if which:
            cells = "Check cells were" if len(which) > 1 else "A check cell was"
            found.append(f"{cells} {what} ({', '.join(which)}); they are never run in grading.")
    return tuple(found)
