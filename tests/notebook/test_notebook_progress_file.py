"""The progress file: many kernels write it at once; losing it is no harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kernels import TOY, Kernel

from grader.notebook.progress import record, standings

WRONG_SQL = "%%sql customer_spend\nSELECT 1 AS customer_id, 1 AS orders, 1 AS spend"


def test_two_notebooks_that_write_at_once_lose_nothing(notebook, progress_file):
    other = Kernel(WORKBOOK_HOME=str(TOY), WORKBOOK_PROGRESS=str(progress_file))
    try:
        other.run('%load_ext grader\nexercise("spending")')
        other.run(WRONG_SQL)
        notebook.run(WRONG_SQL)
        other.client.execute('for _ in range(20): check("customer_spend")')
        notebook.run('for _ in range(20): check("customer_spend")')
        other.run("pass")  # waits for its loop
    finally:
        other.stop()
    lines = progress_file.read_text().strip().splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["tried"] * 40


def test_what_one_notebook_solves_another_one_shows(notebook, progress_file):
    record("longest_runs", "longest_runs", "solved")
    (row,) = [
        line for line in notebook.run("progress()").text.splitlines() if "longest runs" in line
    ]
    assert row.strip().startswith("✓")


def test_a_deleted_file_is_no_harm(notebook, progress_file):
    notebook.run('hint("customer_spend")')
    progress_file.unlink()
    assert "1 more" in notebook.run('hint("customer_spend")').text
    assert progress_file.exists()


@pytest.mark.parametrize(
    "garbage",
    [b"\x00\xff\xfe", b"not json\n", b'{"exercise": "spending"}\n', b"[]\n3\nnull\n", b'{"exer'],
    ids=["bytes", "text", "a line that lacks fields", "other JSON", "half a line"],
)
def test_lines_that_cannot_be_read_are_passed_over(notebook, progress_file, garbage):
    progress_file.write_bytes(garbage)
    for call in ('check("customer_spend")', 'hint("customer_spend")', "progress()"):
        assert not notebook.run(call).error
    assert "That was the last hint" in notebook.run('hint("customer_spend")').text


def test_a_place_that_cannot_be_written_is_no_reason_to_disturb(notebook, progress_file):
    progress_file.mkdir()
    notebook.run(WRONG_SQL)
    shown = notebook.run('check("customer_spend")')
    assert not shown.error
    assert shown.text.startswith("✗ customer_spend")


events = st.lists(st.sampled_from(["tried", "solved", "hint", "gave up"]), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=events, after=events)
def test_after_a_reset_only_what_came_later_counts(progress_file, before, after):
    progress_file.unlink(missing_ok=True)
    for event in [*before, "reset", *after]:
        record("spending", "customer_spend", event)
    now = standings()["spending", "customer_spend"]
    assert now.tries == sum(event in ("tried", "solved") for event in after)
    assert (now.solved, now.gave_up) == ("solved" in after, "gave up" in after)
    assert now.hints == after.count("hint")
