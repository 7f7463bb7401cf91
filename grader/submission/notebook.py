"""Find the answers in a notebook by their names in parsed code, not by cell metadata."""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from grader.errors import WorkbookError, nearest
from grader.sandbox import Answers, Code, Source
from grader.submission.submission import Submission

_SQL_MAGIC = re.compile(r"^\s*%%sql(?:[ \t]+([^\n]*))?(?:\n|$)")
_RUNS_THE_REST = re.compile(r"^\s*%%(time|capture|prun)\b[^\n]*\n")


def sql_cell(source: str) -> tuple[str, str] | None:
    """Name and text of a ``%%sql`` cell; the name is empty where none is given. None: another cell."""
    magic = _SQL_MAGIC.match(source)
    if not magic:
        return None
    return (magic[1] or "").strip(), source[magic.end() :]


def python_source(source: str) -> str:
    """The Python of a cell, IPython's own lines (magics, shell, help) turned into calls."""
    source = _RUNS_THE_REST.sub("\n", source, count=1)
    if source.lstrip().startswith("%%"):
        return ""
    try:
        with warnings.catch_warnings(action="ignore"):  # about odd line ends
            return TransformerManager().transform_cell(source)
    except SyntaxError:
        return ""


def statements(source: str) -> list[ast.stmt]:
    """The statements of a piece of Python at top level; none when it does not parse."""
    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError):  # ValueError: null bytes
        return []


def functions_in(source: str) -> dict[str, ast.FunctionDef]:
    """The functions a piece of Python defines at top level; empty when it does not parse."""
    return {node.name: node for node in statements(source) if isinstance(node, ast.FunctionDef)}


def is_starter(source: str) -> bool:
    """Whether an answer cell is still what the learner was given: comments, or an empty body."""
    cell = sql_cell(source)
    if cell:
        return not without_comments(cell[1]).strip()
    functions = functions_in(python_source(source))
    return bool(functions) and all(map(is_empty, functions.values()))


def is_empty(function: ast.FunctionDef) -> bool:
    """Whether a function does nothing yet: a docstring, ``...``, ``pass``, NotImplementedError."""
    return all(_does_nothing(statement) for statement in function.body)


def without_comments(sql: str) -> str:
    """SQL without its comments; good enough to see whether anything is left."""
    return re.sub(r"--[^\n]*|/\*.*?\*/", "", sql, flags=re.S)


def _does_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Pass):
        return True
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Raise) and statement.exc is not None:
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return False


_MAX_BYTES = 20 * 1024 * 1024
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


@dataclass(frozen=True)
class _Found:
    """A definition of an answer: where it stands, and what it is."""

    cell: int
    code: Code
    starter: bool


def read_notebook(path: Path, names: list[str]) -> Submission:
    """The answers in a notebook. Raises WorkbookError when the file is no notebook."""
    cells = list(_code_cells(path))
    found: dict[str, list[_Found]] = {name: [] for name in names}
    near: dict[str, str] = {}
    for number, source in cells:
        for name, code, starter in _definitions(source):
            if name in found:
                found[name].append(_Found(number, code, starter))
            elif meant := nearest(name, names):
                near[meant] = f'Cell {number} is named "{name}". Did you mean "{meant}"?'
    codes, missing, warnings = {}, {}, {}
    for name, definitions in found.items():
        written = [definition for definition in definitions if not definition.starter]
        if not written:
            missing[name] = near.get(name, "")
            continue
        codes[name] = written[-1].code
        if len(written) > 1:
            places = ", ".join(str(definition.cell) for definition in written)
            warnings[name] = (f"It is defined in the cells {places}; the last one counts.",)
    sources = tuple(
        Source(f"<cell {number}>", text)
        for number, cell in cells
        if (text := _only_definitions(cell, names))
    )
    return Submission(Answers(codes, sources, lenient=True), missing, warnings)


def _code_cells(path: Path) -> Iterator[tuple[int, str]]:
    """Numbers and sources of the code cells, read as plain JSON: odd notebooks are no reason to fail."""
    if path.stat().st_size > _MAX_BYTES:
        raise WorkbookError(f"{path} is larger than 20 MB.", help="Clear its outputs and save it.")
    try:
        cells = json.loads(path.read_text("utf-8-sig"))["cells"]
        for number, cell in enumerate(cells, 1):
            source = cell.get("source", "")
            text = source if isinstance(source, str) else "".join(source)
            if cell.get("cell_type") == "code" or sql_cell(text):
                yield number, text
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WorkbookError(
            f"{path} is not a notebook that can be read ({type(error).__name__}).",
            help="Open it in Jupyter, save it again, and check the saved file.",
        ) from error


def _definitions(source: str) -> Iterator[tuple[str, Code, bool]]:
    cell = sql_cell(source)
    if cell:
        name, text = cell
        if name:
            yield name, Code(name, "sql", text), is_starter(source)
        return
    for statement in statements(python_source(source)):
        if isinstance(statement, ast.FunctionDef):
            yield statement.name, Code(statement.name, "python"), is_empty(statement)
        elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda):
            for name in _assigned(statement):
                yield name, Code(name, "python"), False


def _only_definitions(source: str, names: Container[str]) -> str:
    """The statements of a cell that define something, at their own lines."""
    text = python_source(source)
    lines = text.split("\n")  # not splitlines: Python counts no other line ends
    kept = [""] * len(lines)
    for statement in statements(text):
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
