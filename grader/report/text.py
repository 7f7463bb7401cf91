"""A report as plain text: terminals, plain-text notebooks, JSON messages."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rich.cells import cell_len

from grader.report.facts import Facts
from grader.report.grid import Grid

WIDTH = 100


def as_text(facts: Facts) -> str:
    """The whole report, lines of at most WIDTH characters where the tables allow it."""
    head = f"{facts.mark} {facts.headline}".lstrip()
    parts = [f"{head}{facts.points:>{max(2, WIDTH - cell_len(head))}}".rstrip()]
    if facts.intro:
        block = [facts.intro]
        block += _side_by_side(facts.inputs)
        if facts.call:
            block += textwrap.wrap(facts.call, WIDTH, initial_indent="  ", subsequent_indent="    ")
        block += _side_by_side(facts.results)
        for value in facts.values:
            block += _labelled(f"  {value.label}", value.text, 12)
        parts.append("\n".join(block).rstrip())
    parts.append(
        "\n".join(row for line in facts.lines for row in _labelled(line.label, line.text, 7))
    )
    return "\n\n".join(part for part in parts if part)


def _labelled(label: str, text: str, indent: int) -> list[str]:
    rows: list[str] = []
    paragraphs = text.splitlines() or [""]
    for paragraph, below in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        if below.strip() and not below.strip(" ^~"):  # carets below point into it
            rows.append(paragraph)
        else:
            rows += textwrap.wrap(paragraph, WIDTH - indent, break_on_hyphens=False) or [""]
    return [f"{(label if n == 0 else ''):<{indent}}{row}".rstrip() for n, row in enumerate(rows)]


def _side_by_side(grids: Sequence[Grid]) -> list[str]:
    """Grids beside one another as far as the width goes, then below; a blank line after each row."""
    lines: list[str] = []
    row: list[list[str]] = []
    for block in map(_block, grids):
        if row and sum(cell_len(b[0]) + 3 for b in [*row, block]) > WIDTH:
            lines += [*_joined(row), ""]
            row = []
        row.append(block)
    return [*lines, *_joined(row), ""] if row else []


def grids_text(grids: Sequence[Grid]) -> str:
    """Grids alone, as a text."""
    return "\n".join(_side_by_side(grids)).rstrip()


def _joined(blocks: list[list[str]]) -> list[str]:
    height = max(map(len, blocks))
    filled = [block + [" " * cell_len(block[0])] * (height - len(block)) for block in blocks]
    return ["  " + "   ".join(parts).rstrip() for parts in zip(*filled, strict=True)]


def _block(grid: Grid) -> list[str]:
    """The lines of a grid, all of the same width."""
    table = [list(grid.columns)] + [
        [grid.cell(row, column) for column in range(len(grid.columns))]
        for row in range(len(grid.rows))
    ]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    lines = [
        "  ".join(_pad(cell, width) for cell, width in zip(r, widths, strict=True)) for r in table
    ]
    if grid.title:
        lines.insert(0, grid.title)
    if not grid.rows:
        lines.append("(no rows)")
    if grid.more:
        lines.append(f"… {grid.more:,} more")
    width = max(map(cell_len, lines))
    return [_pad(line, width) for line in lines]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
