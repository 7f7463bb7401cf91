"""Tables written to files, block by block, in bounded memory.

All tables of one block are made before the next block, so that a table another one builds on is
made once. Files appear under their names only when they are complete.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from grader.errors import UnknownName, WorkbookError
from grader.store import column_types
from grader.store.generators import generator
from grader.store.universe import SEED, Universe

Progress = Callable[[str, int, int], None]

FORMATS = ("parquet", "csv", "duckdb")
_ROW_GROUP = 122_880  # DuckDB reads row groups of this size in parallel


def write(
    names: Iterable[str],
    out: Path | str,
    *,
    seed: int = SEED,
    scale: float = 1.0,
    format: str = "parquet",
    progress: Progress | None = None,
) -> list[Path]:
    """Writes tables: one file each into the folder `out`, or (duckdb) all into the file `out`.

    `progress(table, done_blocks, all_blocks)` is called after every block. Returns the files.
    Raises WorkbookError when a file is already there or the disk is full; nothing is then written.
    """
    if format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    universe = Universe(seed, scale)
    names = list(dict.fromkeys(names))
    for name in names:
        generator(name)  # a mistyped name is told before anything is written
    out = Path(out)
    targets = [out] if format == "duckdb" else [out / f"{name}.{format}" for name in names]
    for target in targets:
        if target.exists():
            raise WorkbookError(
                f"{target} is already there.", help="Choose another place, or delete it first."
            )
    folder = out.parent if format == "duckdb" else out
    with _all_or_nothing(folder) as unfinished:
        _stream(universe, names, unfinished, format, progress)
        for target, made in zip(targets, _made(unfinished, names, format), strict=True):
            made.replace(target)
    return targets


@contextmanager
def _all_or_nothing(folder: Path) -> Iterator[Path]:
    """A folder for unfinished files beside their final place (renaming is then atomic)."""
    with _disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f".unfinished-{uuid4().hex[:8]}"
        unfinished.mkdir()
        try:
            yield unfinished
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


@contextmanager
def _disk_faults(folder: Path) -> Iterator[None]:
    """Says in words what a disk can do to us."""
    try:
        yield
    except (OSError, duckdb.Error) as fault:
        full = getattr(fault, "errno", None) == errno.ENOSPC or "No space left" in str(fault)
        if full:
            raise WorkbookError(
                f"The disk that holds {folder} is full. The unfinished files are deleted.",
                help="Make room, choose another place, or ask for a smaller scale.",
            ) from fault
        if not isinstance(fault, (OSError, duckdb.IOException)):
            raise
        raise WorkbookError(
            f"Could not write to {folder}: {fault}.", help="Choose another place."
        ) from fault


def _made(unfinished: Path, names: list[str], format: str) -> list[Path]:
    if format == "duckdb":
        return [unfinished / "store.duckdb"]
    return [unfinished / f"{name}.{format}" for name in names]


def _stream(
    universe: Universe, names: list[str], folder: Path, format: str, progress: Progress | None
) -> None:
    with ExitStack() as open_files:
        if format == "duckdb":
            con = open_files.enter_context(_database(folder / "store.duckdb"))
            sinks: dict[str, _Sink] = {name: _DuckDBTable(con, name) for name in names}
        else:
            sinks = {
                name: open_files.enter_context(_file(folder / f"{name}.{format}", name))
                for name in names
            }
        for number in range(universe.blocks):
            for name in names:
                blocks = universe.blocks_of(name)
                if number < blocks:
                    sinks[name].add(arrow_block(universe, name, number))
                    if progress:
                        progress(name, number + 1, blocks)


def _file(path: Path, table: str) -> AbstractContextManager[_Sink]:
    return _ParquetFile(path, table) if path.suffix == ".parquet" else _CsvFile(path, table)


def arrow_block(universe: Universe, name: str, number: int) -> pa.Table:
    """Block `number` of a table as Arrow, checked against its columns."""
    return column_types.to_arrow(name, universe.block(name, number), generator(name).columns)


@contextmanager
def _database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    con = duckdb.connect(str(path), config={"memory_limit": "512MB"})
    try:
        yield con
    finally:
        con.close()


class _Sink(Protocol):
    """Where the blocks of a table go."""

    def add(self, block: pa.Table) -> None: ...


class _ParquetFile:
    """Blocks are gathered into row groups of useful size."""

    def __init__(self, path: Path, table: str) -> None:
        schema = column_types.schema(generator(table).columns)
        self._writer = pa.parquet.ParquetWriter(path, schema, compression="zstd")
        self._waiting: list[pa.Table] = []

    def add(self, block: pa.Table) -> None:
        self._waiting.append(block)
        if sum(waiting.num_rows for waiting in self._waiting) >= _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.concat_tables(self._waiting), row_group_size=_ROW_GROUP)
        self._waiting = []

    def __enter__(self) -> _ParquetFile:
        return self

    def __exit__(self, *fault: object) -> None:
        if fault[0] is None:
            self._flush()
        self._writer.close()


class _CsvFile:
    """A header, then rows. Text is in quotes; NULL is nothing at all, the empty text is ""."""

    def __init__(self, path: Path, table: str) -> None:
        schema = column_types.schema(generator(table).columns)
        self._writer = pa.csv.CSVWriter(path, schema)

    def add(self, block: pa.Table) -> None:
        self._writer.write(block)

    def __enter__(self) -> _CsvFile:
        return self

    def __exit__(self, *fault: object) -> None:
        self._writer.close()


class _DuckDBTable:
    """A table of an open database."""

    def __init__(self, con: duckdb.DuckDBPyConnection, table: str) -> None:
        self._con, self._table = con, table
        described = column_types.definition(generator(table).columns)
        con.execute(f'CREATE TABLE "{table}" ({described})')

    def add(self, block: pa.Table) -> None:
        self._con.register("one_block", block)
        self._con.execute(f'INSERT INTO "{self._table}" FROM one_block')
        self._con.unregister("one_block")
