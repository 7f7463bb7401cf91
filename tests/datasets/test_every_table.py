"""What holds for every table of the store, whoever adds it."""

from __future__ import annotations

import pandas as pd
import pytest

from grader import store
from grader.store.generators import generator
from grader.store.writing import arrow_block

TABLES = store.tables()
PEOPLE = [name for name in TABLES if generator(name).grows == "people"]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("scale", ["tables", "small", "large"])
def test_unique_columns_are_unique_over_all_blocks(request, name, scale):
    frame = request.getfixturevalue(scale)[name]
    unique = [c for c, text in store.columns(name).items() if "unique" in text]
    assert [c for c in unique if not frame[c].is_unique] == []


@pytest.mark.parametrize("name", PEOPLE)
def test_a_block_made_alone_equals_the_one_made_in_order(large, name):
    alone = store.Universe(scale=4.0).block(name, 2)
    pd.testing.assert_frame_equal(alone, large.universe.block(name, 2))


@pytest.mark.parametrize("name", PEOPLE)
def test_a_table_of_people_grows_with_the_scale(tables, small, large, name):
    at_1 = len(tables[name])
    assert len(large[name]) == pytest.approx(4 * at_1, rel=0.08)
    assert len(small[name]) == pytest.approx(0.1 * at_1, rel=0.25)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("scale", [0.01, 1.03])
def test_a_store_of_an_odd_size_can_be_made(scale, name):
    universe = store.Universe(seed=1, scale=scale)
    for number in range(universe.blocks_of(name)):
        assert arrow_block(universe, name, number).num_rows > 0


@pytest.mark.parametrize("name", PEOPLE)
def test_another_seed_makes_other_data(tables, name):
    assert not store.Universe(seed=1).block(name).equals(tables.universe.block(name))


def test_making_a_table_first_or_last_gives_the_same(tables):
    backwards = store.Universe()
    for name in reversed(TABLES):
        backwards.block(name)
    for name in TABLES:
        pd.testing.assert_frame_equal(backwards.block(name), tables.universe.block(name))
