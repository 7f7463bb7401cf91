"""The engine of the synthetic store: universes, streaming, formats, cache. Knows no real table."""

from __future__ import annotations

import errno

import duckdb
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

from grader import store
from grader.errors import UnknownName, WorkbookError
from grader.store import column_types, generators, writing

PEOPLE = '''
"""One row per person."""
import numpy as np
import pandas as pd
COLUMNS = {"person": "BIGINT unique not null", "height": "DOUBLE", "name": "VARCHAR"}
GROWS = "people"
def block(universe, number):
    n = universe.count(10, number)
    rng = universe.rng("people", number)
    ids = universe.first_id(10, number) + rng.permutation(n)
    name = "p" + pd.Series(ids).astype(str)
    return pd.DataFrame({"person": ids, "height": rng.random(n), "name": name})
'''
TEAMS = '''
"""One row per team, sizes from the people."""
import pandas as pd
COLUMNS = {"team": "VARCHAR not null", "size": "BIGINT not null", "since": "DATE"}
GROWS = "fixed"
def block(universe, number):
    size = len(universe.block("people"))
    since = pd.to_datetime(["2025-01-01", None])
    return pd.DataFrame({"team": ["a", "b"], "size": [size, 1], "since": since})
'''


@pytest.fixture
def workbook(tmp_path, monkeypatch):
    """A workbook with two tables, people and teams."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "pyproject.toml").touch()
    folder = tmp_path / "datasets"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "shapes.py").write_text("SIDES = 3\n")
    (folder / "people.py").write_text(PEOPLE)
    (folder / "teams.py").write_text(TEAMS)
    monkeypatch.setenv("WORKBOOK_HOME", str(tmp_path))
    yield tmp_path
    generators._folder.cache_clear()


def edit(workbook, table, text):
    (workbook / "datasets" / f"{table}.py").write_text(text)
    generators._folder.cache_clear()  # as in a new process


def test_modules_without_columns_are_not_tables(workbook):
    assert store.tables() == ["people", "teams"]


def test_a_mistyped_table_is_told_the_nearest_one(workbook):
    with pytest.raises(UnknownName, match='Did you mean "people"'):
        store.frame("poeple")


def test_a_broken_generator_does_not_hide_the_others(workbook):
    edit(workbook, "teams", "COLUMNS = {\n")
    assert store.tables() == ["people", "teams"]
    assert len(store.frame("people")) == 10


def test_a_generator_without_a_way_to_grow_names_its_file(workbook):
    edit(workbook, "teams", "COLUMNS = {}\n")
    with pytest.raises(WorkbookError, match=r"teams\.py is not a generator"):
        store.frame("teams")


@pytest.mark.parametrize("scale", [0, -1, float("nan"), float("inf"), "much", None, 1e9])
def test_a_bad_scale_says_which_ones_there_are(scale):
    with pytest.raises(WorkbookError, match=r"from 0\.01 to 10,000"):
        store.Universe(scale=scale)


@pytest.mark.parametrize("seed", [-1, 1.5, "seed", True, None])
def test_a_bad_seed_is_refused(seed):
    with pytest.raises(WorkbookError, match="is not a seed"):
        store.Universe(seed)


@pytest.mark.parametrize(
    ("scale", "shares"), [(0.1, [0.1]), (1, [1.0]), (2.3, [1, 1, 0.3]), (3, [1, 1, 1])]
)
def test_the_last_block_holds_what_is_left_of_the_scale(scale, shares):
    universe = store.Universe(scale=scale)
    assert [universe.share(n) for n in range(universe.blocks)] == shares


def test_ids_go_on_from_block_to_block_without_a_gap(workbook):
    assert sorted(store.frame("people", scale=2.5).person) == list(range(1, 26))


def test_the_largest_id_is_known_without_making_the_blocks(workbook):
    assert store.Universe(scale=2.5).total(10) == 25


def test_a_block_made_alone_equals_the_same_block_made_in_order(workbook):
    in_order = store.Universe(scale=3)
    blocks = [in_order.block("people", n) for n in range(3)]
    pd.testing.assert_frame_equal(store.Universe(scale=3).block("people", 2), blocks[2])


def test_changing_a_block_does_not_change_it_for_the_next_one_who_asks(workbook):
    universe = store.Universe()
    mine = universe.block("people")
    mine["person"] = 0
    mine.loc[:, "height"] = 0.0
    assert universe.block("people").person.min() == 1
    assert universe.block("people").height.min() > 0


def test_streams_of_tables_blocks_and_purposes_differ():
    universe = store.Universe()
    first = [
        universe.rng(*key).random()
        for key in [("a",), ("b",), ("a", 1), ("a", 0, 1), ("a", 0, "dirt")]
    ]
    assert len(set(first)) == len(first)


def test_another_seed_makes_another_store(workbook):
    assert not store.frame("people").height.equals(store.frame("people", seed=1).height)


def test_remembered_drafts_are_made_once_and_forgotten_when_there_are_many():
    universe, made = store.Universe(), []
    for key in [1, 1, *range(2, 100), 1]:
        universe.remember(key, lambda key=key: made.append(key))
    assert made == [*range(1, 100), 1]


def test_what_is_made_is_kept_in_the_workbook_state(workbook):
    path = store.parquet("people", scale=2)
    assert path.is_relative_to(workbook / ".workbook" / "data" / "seed-20250630-scale-2")
    before = path.stat().st_mtime_ns
    assert store.parquet("people", scale=2).stat().st_mtime_ns == before


def test_an_edited_generator_is_made_again_and_the_old_file_goes(workbook):
    old = store.parquet("people")
    edit(workbook, "people", PEOPLE.replace("count(10", "count(7"))
    assert len(store.frame("people")) == 7
    assert not old.exists()


def test_a_failing_generator_leaves_no_file(workbook):
    edit(workbook, "people", PEOPLE.replace("n = universe", "raise KeyError; n = universe"))
    with pytest.raises(KeyError):
        store.parquet("people")
    assert list((workbook / ".workbook" / "data").rglob("*")) == [
        workbook / ".workbook" / "data" / "seed-20250630-scale-1"
    ]


def test_a_column_that_breaks_its_promise_is_named(workbook):
    edit(workbook, "teams", TEAMS.replace("DATE", "DATE not null"))
    with pytest.raises(ValueError, match=r"teams\.since is DATE not null, but 1 values are NULL"):
        store.frame("teams")


def test_missing_columns_are_named(workbook):
    edit(workbook, "teams", TEAMS.replace('"since": since', '"sinse": since'))
    with pytest.raises(ValueError, match=r"teams: has columns .*sinse"):
        store.frame("teams")


@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_the_same_seed_and_scale_give_the_same_bytes(workbook, tmp_path, format):
    (one,) = store.write(["people"], tmp_path / "one", scale=2.5, format=format)
    (two,) = store.write(["people"], tmp_path / "two", scale=2.5, format=format)
    assert one.read_bytes() == two.read_bytes()


def test_all_formats_hold_the_same_rows(workbook, tmp_path):
    for format in ("parquet", "csv"):
        store.write(["people"], tmp_path / "out", scale=2.5, format=format)
    store.write(["people"], tmp_path / "out" / "store.duckdb", scale=2.5, format="duckdb")
    with duckdb.connect(tmp_path / "out" / "store.duckdb", read_only=True) as con:
        rows = [
            con.execute(f"FROM {source} ORDER BY person").fetchall()
            for source in ("people", f"'{tmp_path}/out/people.csv'", f"'{tmp_path}/out/*.parquet'")
        ]
    assert rows[0] == rows[1] == rows[2] and len(rows[0]) == 25


def test_a_duckdb_file_keeps_types_and_not_null(workbook, tmp_path):
    store.write(["teams"], tmp_path / "store.duckdb", format="duckdb")
    with duckdb.connect(tmp_path / "store.duckdb", read_only=True) as con:
        described = con.execute("DESCRIBE teams").fetchall()
    assert [row[:3] for row in described] == [
        ("team", "VARCHAR", "NO"),
        ("size", "BIGINT", "NO"),
        ("since", "DATE", "YES"),
    ]


def test_progress_is_told_block_by_block(workbook, tmp_path):
    told = []
    store.write(
        ["people", "teams"], tmp_path / "out", scale=2, progress=lambda *now: told.append(now)
    )
    assert told == [("people", 1, 2), ("teams", 1, 1), ("people", 2, 2)]


def test_small_blocks_are_gathered_into_row_groups(workbook, tmp_path):
    (path,) = store.write(["people"], tmp_path, scale=300)
    assert pq.ParquetFile(path).num_row_groups == 1


def test_a_large_table_has_row_groups_of_useful_size(workbook, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_ROW_GROUP", 100)
    (path,) = store.write(["people"], tmp_path, scale=30)
    assert pq.ParquetFile(path).num_row_groups == 3


def test_a_file_that_is_there_is_never_overwritten(workbook, tmp_path):
    mine = tmp_path / "out" / "teams.csv"
    mine.parent.mkdir()
    mine.write_text("my own work")
    with pytest.raises(WorkbookError, match="already there"):
        store.write(["people", "teams"], tmp_path / "out", format="csv")
    assert mine.read_text() == "my own work"
    assert list(mine.parent.iterdir()) == [mine]


def test_a_mistyped_format_is_told_the_nearest_one(workbook, tmp_path):
    with pytest.raises(UnknownName, match='Did you mean "parquet"'):
        store.write(["people"], tmp_path, format="parket")


@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        duckdb.TransactionException("Failed to commit: No space left on device"),
    ],
    ids=["from the system", "from DuckDB"],
)
def test_a_full_disk_is_said_in_words_and_nothing_is_left(workbook, tmp_path, monkeypatch, fault):
    def full(*_):
        raise fault

    monkeypatch.setattr(writing._ParquetFile, "add", full)
    with pytest.raises(WorkbookError, match="is full"):
        store.write(["people"], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_an_interrupted_run_leaves_nothing(workbook, tmp_path):
    def interrupt(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(["people"], tmp_path / "out", scale=5, progress=interrupt)
    assert list((tmp_path / "out").iterdir()) == []


def test_frames_have_the_input_types_of_the_contracts():
    kinds = ["BIGINT", "VARCHAR", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"]
    day = pd.Timestamp("2025-06-30")
    values = [1, "a", 0.5, True, day, day]
    described = dict(zip(kinds, kinds, strict=True))
    full = pd.DataFrame({kind: [value] for kind, value in zip(kinds, values, strict=True)})
    holed = pd.concat([full, pd.DataFrame({kind: [None] for kind in kinds})], ignore_index=True)
    holed["BIGINT"] = holed["BIGINT"].astype("Int64")

    def dtypes(frame):
        made = column_types.to_pandas(column_types.to_arrow("t", frame, described))
        return [str(dtype) for dtype in made.dtypes]

    times = ["datetime64[us]"] * 2
    assert dtypes(full) == ["int64", "str", "float64", "bool", *times]
    assert dtypes(full.iloc[:0]) == ["int64", "str", "float64", "bool", *times]
    assert dtypes(holed) == ["Int64", "str", "float64", "boolean", *times]


def test_frames_are_what_duckdb_gives(workbook):
    path = store.parquet("teams")
    pd.testing.assert_frame_equal(store.frame("teams"), duckdb.sql(f"FROM '{path}'").df())


def test_the_digest_follows_the_data_and_not_the_place(workbook):
    first = store.digest("people", scale=2)
    assert first == store.digest("people", scale=2) != store.digest("people", scale=3)


def test_a_table_may_build_on_another(workbook):
    assert list(store.frame("teams")["size"]) == [10, 1]


def test_scales_near_a_whole_number_have_no_empty_block():
    universe = store.Universe(scale=np.nextafter(2.0, 3.0))
    assert universe.share(universe.blocks - 1) > 0


def test_scales_that_differ_a_little_are_kept_apart(workbook):
    near = [store.parquet("people", scale=scale) for scale in (1000, 1000.001)]
    assert near[0] != near[1]
