"""The contract card and the text of an answer, as Markdown."""

from __future__ import annotations

from grader.bank.codefile import CodeFile
from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise, Rule

_TABLES = """\
**In every exercise:** columns are matched by name (any order, upper or lower case alike); where an \
order is asked, the order of rows counts; NULL, NaN and None are one missing value and equal only \
themselves; 3 and 3.0 are equal; DOUBLE columns may differ in the ninth digit; a date equals its \
midnight; text is compared exactly. Whole numbers in the tables stay below 2^53. Rows arrive in \
no useful order, and a table may be empty."""

_VALUES = """\
**In every exercise:** results are compared exactly, item by item; floats may differ in the ninth \
digit. Leave the arguments as you got them."""


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
    kinds = {answer.kind for answer in exercise.answers.values()}
    parts += [text for kind, text in (("query", _TABLES), ("function", _VALUES)) if kind in kinds]
    return "\n\n".join(parts)


def answer_text(exercise: Exercise, answer: Answer) -> str:
    """Heading, what to return, columns, order, and the rules of this answer only."""
    heading = f"### `{answer.name}` · {points(answer.points)}"
    parts = [heading, answer.text]
    if answer.kind == "query":
        parts.append(
            "\n".join(
                ["| returns | type |", "| :-- | :-- |"]
                + [f"| `{name}` | {type_} |" for name, type_ in answer.columns.items()]
            )
        )
        if answer.order:
            parts.append(f"Order: {answer.order}.")
    else:
        parts.append(f"`{answer.signature}`")
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
