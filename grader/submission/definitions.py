"""What one cell of a notebook defines: queries and functions, by name."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from typing import Any

from grader.sandbox import Code
from grader.submission.cells import Cell, normal
from grader.submission.handed_out import fenced
from grader.submission.printable import printable
from grader.submission.source import Python, is_empty, read_python, sql_cell, without_comments

_LATER_SQL = re.compile(r"^[ \t]*(?=%%sql\b)", re.M)
_DEFINING = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
    ast.AugAssign,
    ast.If,  # such as an import that depends on the version
    ast.Try,
)
_OF_OURS = frozenset({"exercise", "check", "hint", "solution", "progress", "reset"})


@dataclass(frozen=True)
class Definition:
    """A definition of an answer: its cell, and what is odd about its place."""

    cell: int
    code: Code
    starter: bool
    odd: str = ""


@dataclass(frozen=True)
class Reading:
    """A cell: what it defines; its defining statements at their own lines; why it does not parse;
    whether it does no more than call the workbook's own functions.
    """

    cell: Cell
    definitions: tuple[Definition, ...] = ()
    python: str = ""
    trouble: str = ""
    calls_only: bool = False


def read_code(cell: Cell, names: Container[str]) -> Reading:
    """What a code cell defines."""
    if not cell.readable:
        return Reading(cell)
    if sql_cell(cell.source):
        return Reading(cell, tuple(_queries(cell, 0)))
    python = read_python(cell.source)
    magic = None if python.body else _LATER_SQL.search(cell.source)
    if magic:  # cells were merged, or something was written above the magic
        python = read_python(cell.source[: magic.start()])
        queries = tuple(_queries(cell, magic.start()))
    else:
        queries = ()
    return _with_python(cell, python, names, queries)


def read_text(cell: Cell, names: Collection[str], ours: Container[str]) -> Reading:
    """What a text cell holds that was code once: all of it, or code blocks that are not `ours`.

    Only answers are taken from it.
    """
    if not cell.readable:
        return Reading(cell)
    blocks = [(line, block) for line, block in fenced(cell.source) if normal(block) not in ours]
    if not blocks and not fenced(cell.source):
        blocks = [(0, cell.source)]
    odd = f"It stands in cell {cell.number}, which is no code cell."
    definitions: list[Definition] = []
    python = ""
    for line, block in blocks:
        if not any(name in block for name in names):
            continue
        reading = read_code(Cell(cell.number, True, block), names)
        found = [d for d in reading.definitions if d.code.name in names and not d.starter]
        definitions += [Definition(d.cell, d.code, d.starter, odd) for d in found]
        if any(d.code.language == "python" for d in found):
            missing = line - python.count("\n")
            python += "\n" * missing + reading.python + "\n"
    return Reading(cell, tuple(definitions), python.rstrip())


def _queries(cell: Cell, start: int) -> Iterator[Definition]:
    """The named queries of a cell from `start` on: each reaches to the next ``%%sql`` line."""
    begins = [magic.start() for magic in _LATER_SQL.finditer(cell.source, start)]
    first = not cell.source[: begins[0]].strip() if begins else False
    for begin, end in zip(begins, [*begins[1:], len(cell.source)], strict=True):
        found = sql_cell(cell.source[begin:end])
        if found and found[0]:
            name, text = found
            odd = f'In cell {cell.number} "%%sql {printable(name)}" is not the first line.'
            above = begin != begins[0] or not first
            written = without_comments(text).strip()
            yield Definition(cell.number, Code(name, "sql", text), not written, odd * above)


def _with_python(
    cell: Cell, python: Python, names: Container[str], queries: tuple[Definition, ...]
) -> Reading:
    functions = [
        Definition(cell.number, Code(name, "python"), starter)
        for statement in python.body
        for name, starter in _functions(statement)
    ]
    return Reading(
        cell,
        (*functions, *queries),
        _only_definitions(python, names),
        "" if queries else python.trouble,
        not queries and _calls_only(python.body),
    )


def _functions(statement: ast.stmt) -> Iterator[tuple[str, bool]]:
    """Names that a statement binds to functions, and whether those are empty."""
    if isinstance(statement, ast.FunctionDef):
        yield statement.name, is_empty(statement)
    elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda):
        for name in _assigned(statement):
            yield name, False


def _only_definitions(python: Python, names: Container[str]) -> str:
    """The statements that define something, at their own lines."""
    lines = python.text.split("\n")  # not splitlines: Python counts no other line ends
    kept = [""] * len(lines)
    for statement in python.body:
        if isinstance(statement, _DEFINING) and not _hides_an_answer(statement, names):
            first = min([statement.lineno, *(d.lineno for d in _decorators(statement))])
            kept[first - 1 : statement.end_lineno] = lines[first - 1 : statement.end_lineno]
    return "\n".join(kept).rstrip()


def _hides_an_answer(statement: ast.stmt, names: Container[str]) -> bool:
    """Whether it would replace an answer by none: a starter copied below, a result of its name."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name in names and is_empty(statement)
    if isinstance(statement, ast.Assign) and not isinstance(statement.value, ast.Lambda):
        return any(name in names for name in _assigned(statement))
    return False


def _assigned(statement: ast.Assign) -> list[str]:
    return [target.id for target in statement.targets if isinstance(target, ast.Name)]


def _decorators(statement: Any) -> list[ast.expr]:
    return getattr(statement, "decorator_list", [])


def _calls_only(body: list[ast.stmt]) -> bool:
    called = [
        statement.value.func
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
    ]
    others = [statement for statement in body if not isinstance(statement, ast.Expr | ast.Pass)]
    ours = all(isinstance(function, ast.Name) and function.id in _OF_OURS for function in called)
    return bool(called) and ours and not others
