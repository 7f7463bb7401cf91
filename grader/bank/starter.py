"""What an answer cell holds before the learner writes: it runs, and is not an answer yet."""

from __future__ import annotations

import textwrap

from grader.bank.exercise import Answer


def starter(answer: Answer) -> str:
    """The source of an empty answer cell."""
    if answer.kind == "function":
        arguments = ", ".join(f"{name}: {type_}" for name, type_ in answer.arguments.items())
        return f"def {answer.name}({arguments}) -> {answer.returns}:\n    ..."
    if answer.starter == "python":
        return f"def {answer.name}({', '.join(answer.tables)}):\n    ..."
    returns = textwrap.fill(f"Return: {', '.join(answer.columns)}", 90).splitlines()
    lines = [f"One SELECT over {', '.join(answer.tables)}.", *returns]
    return f"%%sql {answer.name}\n" + "\n".join(f"-- {line}" for line in lines)
