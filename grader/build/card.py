"""The contract card and the text of an answer, as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterator

from grader.bank.codefile import CodeFile
from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise, Rule

_TABLES = """\
**In every exercise:** columns are matched by name (any order, upper or lower case alike); where an \
order is asked, the order of rows counts; NULL, NaN and None are one missing value and equal only \
themselves; 3 and 3.0 are equal; DOUBLE columns may differ in the {digit} digit; a date equals its \
midnight; text is compared exactly. Whole numbers in the tables stay below 2^53. Rows arrive in \
no useful order, and a table may be empty."""

_VALUES = """\
**In every exercise:** results are compared exactly, item by item; floats may differ in the {digit} \
digit. Leave the arguments as you got them."""

_WHOLE = """\
5.0 is as good as 5, a list as good as a tuple or an array, and numpy's numbers as good as Python's. \
What is undefined is `None`, never NaN or infinite, unless a rule says so."""

_ARRAYS = """\
`array[float, 2]` is a numpy array of float64 with two dimensions; where no number of dimensions \
stands, it has one."""


def contract_card(exercise: Exercise) -> str:
    """Tables with their columns, then the numbered rules that hold for all answers."""
    parts = ["## Contract card"]
    if exercise.tables:
        rows = [
            f"| `{table.name}` | {', '.join(f'`{c.name}` {c}' for c in table.columns)}"
            f"{' · always one row' if table.single_row else ''} |"
            for table in exercise.tables.values()
        ]
        parts.append("\n".join(["| table | columns |", "| :-- | :-- |", *rows]))
    if exercise.rules:
        parts.append(_numbered(exercise.rules))
    return "\n\n".join([*parts, *_conventions(exercise)])


def _conventions(exercise: Exercise) -> Iterator[str]:
    """What holds in all exercises of this kind."""
    answers = list(exercise.answers.values())
    digit = _DIGITS[min(round(-math.log10(a.tolerance.loosest)) for a in answers)]
    functions = [answer for answer in answers if answer.kind == "function"]
    if any(answer.kind == "query" or answer.gives_table for answer in answers):
        yield _TABLES.format(digit=digit)
    if functions:
        parts = [_VALUES.format(digit=digit)]
        parts += [_WHOLE] * any(answer.whole_floats for answer in functions)
        types = [
            type_ for answer in functions for type_ in (*answer.arguments.values(), answer.returns)
        ]
        parts += [_ARRAYS] * any("array[" in type_ for type_ in types)
        yield " ".join(parts)


_DIGITS = {3: "third", 6: "sixth", 9: "ninth"}


def answer_text(exercise: Exercise, answer: Answer) -> str:
    """Heading, what to return, columns, order, and the rules of this answer only."""
    heading = f"### `{answer.name}` · {points(answer.points)}"
    parts = [heading, answer.text]
    if answer.kind == "function":
        parts.append(f"`{answer.signature}`")
    if answer.gives_table:
        parts.append(
            "\n".join(
                ["| returns | type |", "| :-- | :-- |"]
                + [f"| `{name}` | {type_} |" for name, type_ in answer.columns.items()]
            )
        )
        if answer.order:
            parts.append(f"Order: {answer.order}.")
    if answer.rules:
        parts.append(_numbered(answer.rules))
    if answer.kind == "query":
        parts.append(_other_language(answer))
    return "\n\n".join(parts)


def break_it_text(exercise: Exercise, bonus: BreakIt, wrong: CodeFile) -> str:
    """Heading, story, the wrong answer, and how an input is written."""
    answer = exercise.answers[bonus.answer]
    number = points(bonus.points)
    return "\n\n".join(
        [
            f"### Break it · {number.replace(' ', ' bonus ', 1)}",
            bonus.prompt,
            f"```{wrong.language}\n{wrong.body}\n```",
            f"This answer to `{answer.name}` is wrong. Write the smallest input on which its result "
            "is not the right one. It must be an input that the contract card allows.",
            _input_format(exercise, answer),
        ]
    )


def _input_format(exercise: Exercise, answer: Answer) -> str:
    if answer.kind == "function":
        names = ", ".join(f"`{name}`" for name in answer.arguments)
        return f"`{BREAK_IT}` returns a dict with the arguments by name: {names}."
    single = [f"`{name}`" for name in answer.tables if exercise.tables[name].single_row]
    text = (
        f"`{BREAK_IT}` returns a dict: for each table a list of rows (tuples in the order of the "
        "columns, or dicts by column name) or a DataFrame. Dates and times may be text, "
        "missing values are `None`. A table that you leave out is empty"
    )
    return text + (f", except {' and '.join(single)}: that one is needed." if single else ".")


def points(number: float) -> str:
    return f"{number:g} point" if number == 1 else f"{number:g} points"


def _other_language(answer: Answer) -> str:
    if answer.starter == "sql":
        header = f"def {answer.name}({', '.join(answer.tables)}):"
        return f"*In pandas instead:* replace the cell below by `{header}` … returning a DataFrame."
    return f"*In SQL instead:* replace the cell below by a `%%sql {answer.name}` cell."


def _numbered(rules: tuple[Rule, ...]) -> str:
    # Plain "1\." lines: Markdown lists would start again at 1 for the rules of an answer.
    return "\n".join(f"{rule.number}\\. {_one_line(rule.text)}  " for rule in rules)


def _one_line(text: str) -> str:
    return " ".join(text.split())
