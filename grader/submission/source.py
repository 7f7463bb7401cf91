"""The source of one cell: the SQL or the Python in it, and whether anything is written yet."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, field

_SQL_MAGIC = re.compile(r"^\s*%%sql(?:[ \t]+([^\n]*))?(?:\n|$)")
_RUNS_THE_REST = re.compile(r"^\s*%%(time|capture|prun)\b[^\n]*\n")


def sql_cell(source: str) -> tuple[str, str] | None:
    """Name and text of a ``%%sql`` cell; the name is empty where none is given. None: another cell."""
    magic = _SQL_MAGIC.match(source)
    if not magic:
        return None
    return (magic[1] or "").strip(), source[magic.end() :]


@dataclass(frozen=True)
class Python:
    """Python that a cell holds: its text, at the lines of the cell, and its top-level statements.

    `trouble` says why it does not parse; there are no statements then.
    """

    text: str
    body: list[ast.stmt] = field(default_factory=list)
    trouble: str = ""


def read_python(source: str) -> Python:
    """The Python of a cell. IPython's own lines (magics, shell, help) become ``pass``.

    They are looked for only where the cell is no plain Python, so that the rest of an honest cell
    is never touched. All of it takes time linear in the length of the cell.
    """
    source = _RUNS_THE_REST.sub(lambda lines: "\n" * lines[0].count("\n"), source, count=1)
    if source.lstrip().startswith("%%"):
        return Python("")
    plain = _parsed(source)
    if not plain.trouble:
        return plain
    text = _without_magics(_without_prompts(source))
    return _parsed(text) if text != source else plain


def statements(source: str) -> list[ast.stmt]:
    """The statements of a piece of Python at top level; none when it does not parse."""
    return _parsed(source).body


def functions_in(source: str) -> dict[str, ast.FunctionDef]:
    """The functions a piece of Python defines at top level; empty when it does not parse."""
    return {node.name: node for node in statements(source) if isinstance(node, ast.FunctionDef)}


def is_starter(source: str) -> bool:
    """Whether an answer cell is still what the learner was given: comments, or an empty body."""
    cell = sql_cell(source)
    if cell:
        return not without_comments(cell[1]).strip()
    functions = [node for node in read_python(source).body if isinstance(node, ast.FunctionDef)]
    return bool(functions) and all(map(is_empty, functions))


def is_empty(function: ast.FunctionDef) -> bool:
    """Whether a function does nothing yet: a docstring, ``...``, ``pass``, NotImplementedError."""
    return all(_does_nothing(statement) for statement in function.body)


def without_comments(sql: str) -> str:
    """SQL without its comments; good enough to see whether anything is left."""
    return re.sub(r"--[^\n]*|/\*.*?(?:\*/|\Z)", "", sql, flags=re.S)


def _does_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Pass):
        return True
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Raise) and statement.exc is not None:
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return False


def _parsed(text: str) -> Python:
    try:
        with warnings.catch_warnings(action="ignore"):  # about odd escapes in a learner's strings
            return Python(text, ast.parse(text).body)
    except SyntaxError as error:
        line = f"line {error.lineno}: " if error.lineno else ""
        return Python(text, trouble=f"{line}{error.msg}")
    except ValueError:  # null bytes, half characters
        return Python(text, trouble="it holds characters that no Python file may hold")
    except (RecursionError, MemoryError):
        return Python(text, trouble="it is nested too deeply")


_PROMPT = re.compile(r"^[ \t]*(?:>>>|\.\.\.|In \[\d+\]:)(?: |$)", re.M)


def _without_prompts(source: str) -> str:
    """Without the prompts of a copied session, or the indent that the whole cell begins with."""
    if re.match(r"\s*(?:>>>|In \[\d+\]:) ", source):
        return _PROMPT.sub("", source)
    indent = re.match(r"(?:[ \t]*\n)*+([ \t]+)", source)
    return re.sub(rf"^{indent[1]}", "", source, flags=re.M) if indent else source


# A line of IPython's: %magic, !shell, ?name, name?, x = %magic, x = !shell; with its continuation.
_MAGIC_LINE = re.compile(
    r"([ \t]*+)(?:[%!?]|[\w.*]++\?{1,2}[ \t]*+(?=\n|\Z)|[^=\n#'\"]*+=[ \t]*+[%!](?!=))"
    r"(?:[^\n\\]|\\.|\\\Z)*",
    re.S,
)
# What may hold line breaks that begin no line: strings and brackets. One that is never closed
# reaches to its end all the same, so that nothing is looked at twice.
_TOKEN = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:"""|\\?\Z)'
    r"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\\?\Z)"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?"
    r"|#[^\n]*|\\\n|[(\[{]|[)\]}]|\n",
    re.S,
)


def _without_magics(source: str) -> str:
    """The source with every line of IPython's turned into ``pass``; the others stay where they are."""
    kept: list[str] = []
    position, depth, begins = 0, 0, True
    while position < len(source):
        if begins and (magic := _MAGIC_LINE.match(source, position)):
            kept += [magic[1], "pass", "\n" * magic[0].count("\n")]
            position = magic.end()
        token = _TOKEN.search(source, position)
        end = token.end() if token else len(source)
        kept.append(source[position:end])
        position = end
        found = token[0] if token else ""
        depth = max(0, depth + (found in ("(", "[", "{")) - (found in (")", "]", "}")))
        begins = found == "\n" and depth == 0
    return "".join(kept)
