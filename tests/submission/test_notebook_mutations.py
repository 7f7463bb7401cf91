"""Any mutation of a solved notebook is read or refused; harmless ones lose no answer."""

from __future__ import annotations

import ast
import copy
import functools
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.bank import load_exercise
from grader.build.notebook import worked_notebook
from grader.errors import WorkbookError
from grader.submission import handed_out, parse_notebook
from grader.submission.source import read_python

TOY = Path(__file__).parents[1] / "toy"
NAMES = ("spending", "longest_runs")
EXERCISES = st.sampled_from(NAMES)


@functools.cache
def solved(name):
    """What was handed out for a toy exercise, and the notebook with all its answers."""
    before = os.environ.get("WORKBOOK_HOME")
    os.environ["WORKBOOK_HOME"] = str(TOY)
    try:
        exercise = load_exercise(name)
        return handed_out(exercise), json.loads(json.dumps(worked_notebook(exercise)))
    finally:
        os.environ.pop("WORKBOOK_HOME")
        if before is not None:
            os.environ["WORKBOOK_HOME"] = before


def parsed(name, notebook):
    return parse_notebook(json.dumps(notebook).encode(), "mine.ipynb", solved(name)[0])


def is_check(cell):
    return cell["source"].startswith("check(")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
HARMLESS = st.sampled_from(
    ["other metadata", "other ids", "a cell more", "a check changed", "a check deleted",
     "text deleted", "lines as a list", "outputs", "two cells swapped", "answers as raw cells",
     "spaces around", "no metadata at all"]
)  # fmt: skip


def harmless(kind, cells, draw):
    """Change the cells in a way that leaves every answer where code can find it."""
    some = draw(st.integers(0, len(cells) - 1))
    cell = cells[some]
    if kind == "other metadata":
        cell["metadata"] = draw(JSON)
    elif kind == "other ids":
        cell["id"] = draw(JSON)
    elif kind == "a cell more":
        source = draw(
            st.sampled_from(["1 / 0", "print(", "%%bash\nls", "", "!ls", "# x", "(" * 500])
        )
        more = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
        cells.insert(some, more)
    elif kind in ("a check changed", "a check deleted"):
        checks = [n for n, c in enumerate(cells) if is_check({"source": "".join(c["source"])})]
        if checks:
            chosen = draw(st.sampled_from(checks))
            cells[chosen]["source"] = draw(st.sampled_from(["", "0", "check(", "raise SystemExit"]))
            if kind == "a check deleted":
                del cells[chosen]
    elif kind == "text deleted":
        cells[:] = [c for n, c in enumerate(cells) if n != some or c["cell_type"] != "markdown"]
    elif kind == "lines as a list":
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
    elif kind == "outputs":
        cell["outputs"] = draw(JSON)
    elif kind == "two cells swapped":
        other = draw(st.integers(0, len(cells) - 1))
        cells[some], cells[other] = cells[other], cells[some]
    elif kind == "answers as raw cells":
        if cell["cell_type"] == "code":
            cell["cell_type"] = "raw"
    elif kind == "spaces around":
        cell["source"] = "\n\n" + "".join(cell["source"]) + "\n \n"
    else:
        for each in cells:
            each["metadata"] = {}


@given(name=EXERCISES, kinds=st.lists(HARMLESS, max_size=6), data=st.data())
def test_harmless_changes_lose_no_answer(name, kinds, data):
    ours, notebook = solved(name)
    notebook = copy.deepcopy(notebook)
    for kind in kinds:
        harmless(kind, notebook["cells"], data.draw)
    submission = parsed(name, notebook)
    assert submission.missing == {}
    assert set(submission.answers.codes) == set(ours.names)
    assert set(submission.written) == {*ours.names, "explain"}


@pytest.mark.parametrize("name", NAMES)
def test_the_solved_notebook_is_not_odd(name):
    submission = parsed(name, solved(name)[1])
    assert (submission.missing, submission.warnings) == ({}, {})
    assert (submission.others, submission.oddities) == ((), ())


@given(name=EXERCISES, data=st.data())
def test_a_change_anywhere_in_the_data_is_read_or_refused(name, data):
    notebook = copy.deepcopy(solved(name)[1])
    for _ in range(data.draw(st.integers(1, 5))):
        place = notebook
        while isinstance(place, dict | list) and place:
            keys = list(place) if isinstance(place, dict) else range(len(place))
            key = data.draw(st.sampled_from(keys))
            if data.draw(st.booleans()) or not isinstance(place[key], dict | list):
                place[key] = data.draw(JSON)
                break
            place = place[key]
    read_or_refused(json.dumps(notebook).encode("utf-8", "surrogatepass"), name)


@given(name=EXERCISES, data=st.data())
def test_corrupt_bytes_are_read_or_refused(name, data):
    content = bytearray(json.dumps(solved(name)[1]).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.sampled_from([0, 1, 5, 500, len(content)]))
        content[start:end] = data.draw(st.binary(max_size=5))
    read_or_refused(bytes(content), name)


@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    read_or_refused(content, "spending")


def read_or_refused(content, name):
    try:
        submission = parse_notebook(content, "mine.ipynb", solved(name)[0])
    except WorkbookError as error:
        assert str(error).startswith("mine.ipynb ")
    else:
        names = set(solved(name)[0].names)
        assert names == {*submission.answers.codes, *submission.missing}
        str(submission).encode()  # nothing that cannot be written down


LINES = st.sampled_from(
    ["import os", "def f(x):", "    return x", "x = (1", ")", "'''", '"""', "'", "# it's", "% 2",
     "%time", "!ls \\", "?f", "f?", "x = !ls", "x = %who", "    !ls", "%%time", "\\", "", "  ", "]"]
)  # fmt: skip


@settings(max_examples=500)
@given(lines=st.lists(LINES, max_size=8))
def test_lines_of_ipython_are_left_out_and_nothing_else_is_changed(lines):
    source = "\n".join(lines)
    found = read_python(source)
    assert found.text.count("\n") in (0, source.count("\n"))
    try:
        ast.parse(source)
    except SyntaxError:
        pass
    else:
        assert found.text == source
