"""Notebooks as learners hand them in: filled in, copied to another place, damaged on the way."""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Mapping
from typing import Any

import nbformat

from grader.bank.exercise import Exercise
from grader.build.notebook import learner_notebook


def filled(exercise: Exercise, sources: Mapping[str, str]) -> nbformat.NotebookNode:
    """The learner's notebook with these sources in the cells of these nbgrader ids."""
    notebook = copy.deepcopy(learner_notebook(exercise))
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if sources.get(grade_id):
            cell.source = sources[grade_id]
    return notebook


def as_file(notebook: nbformat.NotebookNode) -> bytes:
    """The bytes of the file that Jupyter saves."""
    return (nbformat.writes(notebook) + "\n").encode()


def colab_copy(exercise: Exercise, sources: Mapping[str, str]) -> bytes:
    """What comes back from Colab: no nbgrader metadata, no cell ids; and this learner has put the
    last answer first and every top-level statement into a cell of its own.
    """
    code = [f'%load_ext grader\nexercise("{exercise.id}")']
    for name in reversed(list(exercise.answers)):
        code += _statements(sources[name])
    cells = [
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {"id": f"colab{number:07}"},
            "outputs": [],
            "source": source.splitlines(keepends=True),
        }
        for number, source in enumerate(code, 1)
    ]
    metadata: dict[str, Any] = {"colab": {"provenance": []}, "language_info": {"name": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 0}
    return json.dumps(notebook, indent=1).encode()


def cut_off(notebook: nbformat.NotebookNode) -> bytes:
    """The first half of the file: an upload that broke off."""
    content = as_file(notebook)
    return content[: len(content) // 2]


def with_typo(source: str) -> str:
    """A source that does not parse any more: its last closing bracket is gone."""
    place = source.rfind(")")
    return source[:place] + source[place + 1 :] if place >= 0 else source + "("


def _statements(source: str) -> list[str]:
    """Python, cut after every top-level statement, with the comments before it; SQL as it is."""
    if source.startswith("%%"):
        return [source]
    lines = source.splitlines()
    ends = [node.end_lineno or 0 for node in ast.parse(source).body]
    starts = [0, *ends]
    return ["\n".join(lines[a:b]).strip("\n") for a, b in zip(starts, ends, strict=False)]
