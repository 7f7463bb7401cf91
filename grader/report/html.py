"""A report as HTML for notebooks: readable in light and dark themes, meaning never by colour alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from grader.report.facts import Facts
from grader.report.grid import Grid

_TONES = {"✓": "right", "✗": "wrong"}


def as_html(facts: Facts) -> str:
    """The whole report as one element with its own style; everything a learner wrote is escaped."""
    tone = _TONES.get(facts.mark, "open")
    parts = [
        f'<div class="wb-head"><span class="wb-mark">{facts.mark}</span> '
        f"<b>{escape(facts.headline)}</b>"
        f'<span class="wb-points">&emsp;{escape(facts.points)}</span></div>'
    ]
    if facts.intro:
        parts.append(f'<p class="wb-intro">{escape(facts.intro)}</p>')
    parts.append(grids_html(facts.inputs))
    if facts.call:
        parts.append(f"<pre>{escape(facts.call)}</pre>")
    parts.append(grids_html(facts.results))
    if facts.values:
        parts.append(_lines([(v.label, f"<code>{escape(v.text)}</code>") for v in facts.values]))
    parts.append(_lines([(line.label, prose(line.text)) for line in facts.lines]))
    return styled(f'<div class="wb wb-{tone}">{"".join(parts)}</div>')


def prose(text: str) -> str:
    """A text for people: its lines stay lines, and `code` is set as code."""
    return re.sub("`([^`\n]+)`", r"<code>\1</code>", escape(text)).replace("\n", "<br>")


def styled(body: str) -> str:
    """Any of the workbook's HTML, with the style sheet it looks best with.

    JupyterLab drops the sheet from a notebook that was run elsewhere and is not trusted yet (so does
    GitHub): everything must be readable without it.
    """
    return f"<style>{_style()}</style>{body}"


@cache
def _style() -> str:
    return (files("grader.report") / "report.css").read_text("utf-8")


def _lines(lines: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{text}</dd>" for label, text in lines)
    return f'<dl class="wb-lines">{rows}</dl>'


def grids_html(grids: Sequence[Grid]) -> str:
    """Grids side by side, as far as there is room."""
    if not grids:
        return ""
    return f'<div class="wb-grids">{"".join(map(_grid, grids))}</div>'


def _grid(grid: Grid) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in grid.columns)
    rows = "".join(
        f"<tr>{''.join(_cell(grid, row, column) for column in range(len(grid.columns)))}</tr>"
        for row in range(len(grid.rows))
    )
    wide = f'<tr><td colspan="{max(1, len(grid.columns))}"><i>'
    if not grid.rows:
        rows = f"{wide}no rows</i></td></tr>"
    if grid.more:
        rows += f"{wide}… {grid.more:,} more</i></td></tr>"
    return (
        f'<table class="wb-grid"><caption><b>{escape(grid.title)}</b></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _cell(grid: Grid, row: int, column: int) -> str:
    text = escape(grid.cell(row, column))
    return f"<td><mark>{text}</mark></td>" if (row, column) in grid.marked else f"<td>{text}</td>"
