"""``workbook check`` on a file that holds a break_it too."""

from __future__ import annotations

import json

import pytest

BREAKS = (
    'def break_it():\n    return {"customers": [(1, "Ada")], "params": [("2025-06-30",)],'
    ' "orders": [(7, 1, 2.5, "2025-06-30")]}\n'
)


@pytest.fixture
def mine(tmp_path, right):
    """A notebook with a right answer and these cells."""

    def write(*sources):
        cells = [
            {"cell_type": "code", "source": source}
            for source in (f"%%sql customer_spend\n{right.read_text()}", *sources)
        ]
        path = tmp_path / "mine.ipynb"
        path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
        return path

    return write


def test_a_notebook_is_judged_with_its_bonus_apart(workbook, mine):
    ran = workbook("check", "spending", mine(BREAKS))
    assert "✓ break_it: your example breaks it" in ran.out
    assert ran.out.rstrip().endswith("3 of 5 points in all.")


@pytest.mark.parametrize(
    "cell", ["pass", "def break_it():\n    ...", "def break_ties():\n    return 1"]
)
def test_a_bonus_that_is_not_written_is_not_mentioned(workbook, mine, cell):
    assert "break_it" not in workbook("check", "spending", mine(cell)).out


def test_json_has_the_bonus_beside_the_points(workbook, mine):
    found = json.loads(workbook("check", "spending", mine(BREAKS), "--json").out)
    assert (found["points"], found["max_points"]) == (3.0, 5.0)
    bonus = found["break_it"]
    assert (bonus["verdict"], bonus["points"], bonus["max_points"]) == ("correct", 1.0, 1.0)
    assert (bonus["rows"], bonus["smallest"], bonus["caught"], bonus["others"]) == (2, 2, 0, 2)
    assert bonus["inputs"]["customers"] == {
        "columns": ["customer_id", "name"],
        "rows": [[1, "Ada"]],
    }
    assert bonus["message"].startswith("✓ break_it")


def test_json_of_a_file_without_it_has_none(workbook, mine):
    assert json.loads(workbook("check", "spending", mine(), "--json").out)["break_it"] is None


def test_a_python_file_may_hold_nothing_but_the_bonus(workbook, tmp_path):
    file = tmp_path / "mine.py"
    file.write_text(BREAKS)
    assert workbook("check", "spending", file).status == 0
    assert workbook("check", "spending", file, "--answer", "break_it").status == 0
    file.write_text(BREAKS.replace('2.5, "2025-06-30', '2.5, "2025-06-29'))
    ran = workbook("check", "spending", file)
    assert ran.status == 1
    assert "Next   change the example and run again: workbook check spending" in ran.out


def test_a_sql_file_is_no_example(workbook, right):
    ran = workbook("check", "spending", right, "--answer", "break_it")
    assert (ran.status, ran.err) == (
        2,
        "workbook: break_it is a Python function. Write a .py file.\n",
    )


def test_a_notebook_that_lacks_the_one_thing_asked_for_says_so(workbook, mine):
    ran = workbook("check", "spending", mine(), "--answer", "break_it")
    assert ran.status == 2
    assert "holds no answer to break_it yet" in ran.err
