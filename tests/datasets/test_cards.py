"""Every table has a data card, and the card tells the truth."""

from __future__ import annotations

import re

import pytest

from grader import home, store


def card(table: str) -> str:
    return (home.root() / "datasets" / f"{table}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", store.tables())
def test_the_card_records_the_digest_of_the_generated_table(table):
    assert re.findall(r"\b[0-9a-f]{64}\b", card(table)) == [store.digest(table)]


@pytest.mark.parametrize("table", store.tables())
def test_the_card_records_the_number_of_rows(table, tables):
    assert re.search(rf"\b{len(tables[table]):,}\b", card(table))


@pytest.mark.parametrize("table", store.tables())
def test_the_card_describes_every_column(table):
    text = card(table)
    assert [c for c in store.columns(table) if f"`{c}`" not in text] == []


def test_no_card_is_left_over_from_a_table_that_is_gone():
    cards = {file.stem for file in (home.root() / "datasets").glob("*.md")}
    assert cards == {*store.tables(), "README"}


def test_the_readme_lists_every_table():
    listed = [line for line in card("README").splitlines() if line.startswith("| ")]
    named = set(re.findall(r"[a-z_0-9]+", " ".join(listed)))
    assert set(store.tables()) <= named
