"""``workbook data``, as a person types it."""

from __future__ import annotations

import duckdb
import pytest
import typer
from typer.testing import CliRunner

from grader.cli.data import data
from grader.errors import WorkbookError


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    app = typer.Typer()
    app.command()(data)

    def run(*words: str):
        return CliRunner().invoke(app, [*words, "--out", str(tmp_path / "out")])

    return run


def refusal(result) -> str:
    """What the app would print: it turns every WorkbookError into one line."""
    assert isinstance(result.exception, WorkbookError)
    return str(result.exception)


def test_tables_are_written_and_the_next_step_is_shown(run, tmp_path):
    result = run("--tables", "customers, params", "--scale", "0.1")
    assert result.exit_code == 0
    assert f"2 tables written to {tmp_path / 'out'}" in result.stdout
    query = result.stdout.partition("In DuckDB: ")[2].strip()
    assert duckdb.sql(query.rstrip(";")).fetchall() == [(490,)]


def test_all_tables_go_into_one_duckdb_file(run, tmp_path):
    result = run("--tables", "orders,params", "--scale", "0.1", "--format", "duckdb")
    assert result.exit_code == 0
    with duckdb.connect(tmp_path / "out", read_only=True) as con:
        assert con.execute("SELECT count(*) FROM orders").fetchall() == [(1200,)]


def test_a_mistyped_table_is_told_the_nearest_one(run):
    assert refusal(run("--tables", "ordrs")) == (
        'There is no table "ordrs". Did you mean "orders"?'
    )


def test_a_bad_scale_says_which_ones_there_are(run):
    assert refusal(run("--scale", "0", "--tables", "params")) == (
        "There is no store at scale 0.0. Choose a number from 0.01 to 10,000; 1 is the usual store."
    )


def test_a_mistyped_format_is_told_the_nearest_one(run):
    assert 'Did you mean "parquet"' in refusal(run("--format", "paquet"))


def test_files_that_are_there_stay_as_they_are(run, tmp_path):
    run("--tables", "params")
    before = (tmp_path / "out" / "params.parquet").stat().st_mtime_ns
    assert "already there" in refusal(run("--tables", "params"))
    assert (tmp_path / "out" / "params.parquet").stat().st_mtime_ns == before


def test_a_number_that_is_none_is_a_usage_error(run):
    assert run("--scale", "large").exit_code == 2
