"""Answers in notebooks, as a learner might hand them in: copied, renamed, reordered, odd, broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.bank import load_exercise
from grader.errors import WorkbookError
from grader.sandbox import InPlace, Kind
from grader.submission import read_submission
from grader.submission.source import is_starter, read_python, sql_cell

RUNS = "def longest_runs(text, k):\n    return [(text, k)]"
HELPER = "def helper(text, k):\n    return [(text, k)]"
USES_HELPER = "def longest_runs(text, k):\n    return helper(text, k)"
STARTER = "def longest_runs(text: str, k: int) -> list[tuple[str, int]]:\n    ..."


def code(source):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}


@pytest.fixture
def hand_in(toy, tmp_path):
    """Reads a notebook of these code cells."""

    def read(*sources, answer=None, exercise="spending", **notebook):
        path = tmp_path / "copy of my notebook (2).ipynb"
        cells = [code(source) if isinstance(source, str | list) else source for source in sources]
        path.write_text(json.dumps({"cells": cells, "nbformat": 4, **notebook}))
        return read_submission(load_exercise(exercise), path, answer)

    return read


@pytest.fixture
def result(hand_in):
    """What the toy function in a notebook of these cells gives for ("aab", 2)."""

    def run(*sources):
        submission = hand_in(*sources, exercise="longest_runs")
        runner = InPlace(load_exercise("longest_runs"), submission.answers)
        outcome = runner.run("longest_runs", {"text": "aab", "k": 2}, 5)
        return outcome.value if outcome.kind is Kind.VALUE else outcome.failure

    return run


def texts(submission):
    return {name: code.text for name, code in submission.answers.codes.items()}


# SQL.


def test_sql_cells_are_found_by_their_names_in_any_order(hand_in):
    submission = hand_in("%%sql spend_shares\nSELECT 2", "1 + 1", "%%sql customer_spend\nSELECT 1")
    assert texts(submission) == {"customer_spend": "SELECT 1", "spend_shares": "SELECT 2"}
    assert submission.missing == {}


@pytest.mark.parametrize(
    "source",
    [
        "%%sql customer_spend\nSELECT 1",
        "%%sql   customer_spend  \nSELECT 1",
        "\n\n%%sql customer_spend\nSELECT 1",
        ["%%sql customer_spend\n", "SELECT 1"],
        {"cell_type": "raw", "source": "%%sql customer_spend\nSELECT 1"},
        {"cell_type": "markdown", "source": "%%sql customer_spend\nSELECT 1"},
        {"cell_type": "code", "source": "%%sql customer_spend\nSELECT 1", "id": None, "metadata": 3},
    ],
    ids=["plain", "spaces", "blank lines first", "a list of lines", "a raw cell", "a text cell",
         "odd metadata"],
)  # fmt: skip
def test_a_sql_answer_is_found_however_its_cell_is_stored(hand_in, source):
    assert texts(hand_in(source)) == {"customer_spend": "SELECT 1"}


def test_of_several_definitions_the_last_counts_and_a_warning_says_so(hand_in):
    submission = hand_in(
        "%%sql customer_spend\nSELECT 1",
        "%%sql customer_spend\nSELECT 2",
        "%%sql customer_spend\n-- later",
    )
    assert texts(submission) == {"customer_spend": "SELECT 2"}
    assert submission.warnings == {
        "customer_spend": ("It is defined in the cells 1, 2; the last one counts.",)
    }


def test_a_query_and_a_function_of_one_name_are_two_definitions(hand_in):
    function = "def customer_spend(customers, orders, params):\n    return customers"
    submission = hand_in(function, "%%sql customer_spend\nSELECT 1")
    assert submission.answers.codes["customer_spend"].language == "sql"
    submission = hand_in("%%sql customer_spend\nSELECT 1", function)
    assert submission.answers.codes["customer_spend"].language == "python"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ([], ""),
        (["%%sql customer_spend\n-- One SELECT over customers.\n"], ""),
        (["%%sql customer_spend\n/* to do */"], ""),
        (["%%sql\nSELECT 1"], ""),
        (["def customer_spend(customers, orders, params):\n    ..."], ""),
        (['def customer_spend(c, o, p):\n    """Later."""\n    raise NotImplementedError'],
         ""),
        (["1", "%%sql customer_spent\nSELECT 1"],
         'Cell 2 is named "customer_spent". Did you mean "customer_spend"?'),
        (["def customerspend(a): return a"],
         'Cell 1 is named "customerspend". Did you mean "customer_spend"?'),
        (["customer_spend = 3"], ""),
    ],
    ids=["nothing", "a starter", "a comment", "no name", "an empty function", "to be implemented",
         "a mistyped query", "a mistyped function", "a value"],
)  # fmt: skip
def test_an_answer_that_is_not_there_is_missing_and_a_near_miss_is_named(hand_in, cells, why):
    submission = hand_in(*cells)
    assert submission.missing["customer_spend"] == why
    assert "customer_spend" not in submission.answers.codes


# Python.


@pytest.mark.parametrize(
    "cells",
    [
        [RUNS],
        [STARTER, RUNS],
        [RUNS, STARTER],
        [RUNS, "longest_runs = longest_runs('aab', 2)"],
        [RUNS, "result = longest_runs('aab', 2)\nresult"],
        ["%matplotlib inline\n!pip install x\nimport os\n" + RUNS, "longest_runs?"],
        ["%%time\n" + RUNS],
        ["this does not parse", RUNS, "nor does (this"],
        ["1 / 0", RUNS, "raise SystemExit"],
        ["x = 1 / 0", "import nowhere", RUNS],
        [RUNS, "%%bash\nrm -rf nothing"],
        [RUNS, "check('longest_runs')"],
        ["longest_runs = lambda text, k: [(text, k)]"],
        [HELPER, USES_HELPER],
        [USES_HELPER, HELPER],
        ["try:\n    import nowhere\nexcept ImportError:\n    nowhere = None\n" + RUNS
         + "\nassert nowhere is None"],
        ["K = 1\nK += 1", "def longest_runs(text, k):\n    return [(text, K)]"],
        ["x = '\u2028\x0c\x85'\n" + RUNS],
        ["async def other():\n    await nothing", "await other()", RUNS],
        ["import functools\n@functools.cache\n" + RUNS],
        [[line + "\n" for line in RUNS.split("\n")]],
    ],
    ids=["alone", "after its starter", "before a copy of its starter", "its name used for a result",
         "called below", "among magics", "under %%time", "among cells that do not parse",
         "among cells that fail", "among definitions that fail", "beside a shell cell",
         "beside its check", "a lambda", "with a helper above", "with a helper below",
         "with an import that may fail", "with a number that is added to", "after odd line ends",
         "beside async cells", "decorated", "a list of lines"],
)  # fmt: skip
def test_a_function_is_found_and_runs(result, cells):
    assert result(*cells) == [["aab", 2]]


def test_of_two_functions_the_last_counts(result):
    assert result(RUNS, "def longest_runs(text, k):\n    return k") == 2


def test_an_error_names_the_cell_and_the_line_in_it(result):
    failure = result("x = 1", "import os\n\ndef longest_runs(text, k):\n    return text[k + 7]")
    assert (failure.line, failure.source) == (4, "return text[k + 7]")


def test_reading_a_notebook_runs_nothing(hand_in, tmp_path):
    hand_in(f"x = open({str(tmp_path / 'ran')!r}, 'w')", RUNS, exercise="longest_runs")
    assert not (tmp_path / "ran").exists()


def test_only_the_answer_that_is_wanted_is_listed(hand_in):
    submission = hand_in("%%sql customer_spend\nSELECT 1", answer="spend_shares")
    assert submission.missing == {"spend_shares": ""}


# Files that are no notebook.


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not JSON",
        b"[]",
        b"null",
        b'{"nbformat": 4}',
        b'{"cells": 3}',
        b'{"cells": [3]}',
        b'{"cells": null}',
        b'{"worksheets": 3}',
        b'{"worksheets": [{}]}',
        b'{"cells": [' + b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
    ids=["empty", "not JSON", "a list", "null", "no cells", "cells that are a number",
         "a cell that is a number", "cells that are null", "sheets that are a number",
         "a sheet without cells", "nested too deeply", "another encoding"],
)  # fmt: skip
def test_a_broken_notebook_is_one_clear_complaint(toy, tmp_path, content):
    path = tmp_path / "mine.ipynb"
    path.write_bytes(content)
    with pytest.raises(WorkbookError, match="is not a notebook that can be read") as complaint:
        read_submission(load_exercise("spending"), path)
    assert complaint.value.help == "Open it in Jupyter, save it again, and check the saved file."


def test_a_huge_notebook_is_refused_with_a_remedy(toy, tmp_path):
    path = tmp_path / "mine.ipynb"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(WorkbookError, match=r"larger than 20 MB\. Clear its outputs"):
        read_submission(load_exercise("spending"), path)


def test_a_notebook_with_a_byte_order_mark_is_read(toy, tmp_path):
    path = tmp_path / "mine.ipynb"
    path.write_text(
        "\ufeff" + json.dumps({"cells": [code("%%sql customer_spend\nSELECT 1")]}), "utf-8"
    )
    assert texts(read_submission(load_exercise("spending"), path)) == {"customer_spend": "SELECT 1"}


def test_a_notebook_without_cells_has_every_answer_missing(hand_in):
    assert set(hand_in().missing) == {"customer_spend", "spend_shares"}


# Whatever is in a cell.

SOURCES = st.text(
    st.sampled_from(list("%!?;:'\"\\\n\t\r\0\u2028 ()[]{}#=.,@abdefnpqrst_01\ud800")), max_size=40
)


@given(source=SOURCES)
def test_no_cell_makes_reading_fail(source):
    is_starter(source)
    read_python(source)
    cell = sql_cell(source)
    assert cell is None or source.lstrip().startswith("%%sql")
