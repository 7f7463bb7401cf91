"""What an answer cell holds before the learner writes: it runs, and is not an answer yet."""

from __future__ import annotations

import textwrap

from grader.bank.argument import python_type
from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise, TableSpec

_ROOM = 70
_LINE = 100
_IMPORTS = {"np": "import numpy as np", "pd": "import pandas as pd"}


def starter(answer: Answer) -> str:
    """The source of an empty answer cell."""
    if answer.kind == "function":
        return _function(answer)
    if answer.starter == "python":
        return f"def {answer.name}({', '.join(answer.tables)}):\n    ..."
    returns = textwrap.fill(f"Return: {', '.join(answer.columns)}", 90).splitlines()
    lines = [f"One SELECT over {', '.join(answer.tables)}.", *returns]
    return f"%%sql {answer.name}\n" + "\n".join(f"-- {line}" for line in lines)


def _function(answer: Answer) -> str:
    """The signature, with what it names imported; on several lines where one is too long."""
    arguments = [f"{name}: {python_type(type_)}" for name, type_ in answer.arguments.items()]
    returns = python_type(answer.returns)
    line = f"def {answer.name}({', '.join(arguments)}) -> {returns}:"
    if len(line) > _LINE:
        inside = "".join(f"    {argument},\n" for argument in arguments)
        line = f"def {answer.name}(\n{inside}) -> {returns}:"
    imports = [text for name, text in _IMPORTS.items() if f"{name}." in line]
    return "\n".join([*imports, *["", ""] * bool(imports), line, "    ..."])


def break_it_starter(exercise: Exercise, bonus: BreakIt) -> str:
    """The source of an empty break_it cell: what to give, as comments that can be filled in."""
    answer = exercise.answers[bonus.answer]
    if answer.kind == "query":
        lines = [_empty_table(exercise.tables[name]) for name in answer.tables]
    else:
        lines = [f'"{name}": ...,  # {type_}' for name, type_ in answer.arguments.items()]
    skeleton = ["return {", *(f"    {line}" for line in lines), "}"]
    return "\n".join([f"def {BREAK_IT}():", *(f"    # {line}" for line in skeleton), "    ..."])


def _empty_table(table: TableSpec) -> str:
    """The table with its columns as a comment, with their types where there is room."""
    typed = ", ".join(f"{column.name} {column.type}" for column in table.columns)
    columns = typed if len(typed) <= _ROOM else ", ".join(table.names)
    return f'"{table.name}": [],  # ({columns}){", exactly one row" if table.single_row else ""}'
