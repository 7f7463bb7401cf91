"""Tables made on first use and kept in .workbook/data/, which is safe to delete."""

from __future__ import annotations

import hashlib
import io
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from grader import home
from grader.store import column_types, generators
from grader.store.universe import SEED, Universe, checked_scale, checked_seed
from grader.store.writing import arrow_block, write


def parquet(name: str, *, seed: int = SEED, scale: float = 1.0) -> Path:
    """The Parquet file of a table, made on first use.

    Its name holds a digest of the generators' source: an edited generator is made again.
    """
    generators.generator(name)
    source = generators.source_digest()[:12]
    folder = home.state() / "data" / f"seed-{checked_seed(seed)}-scale-{checked_scale(scale):.12g}"
    kept = folder / f"{name}-{source}.parquet"
    if not kept.exists():
        _make(name, seed, scale, kept)
    return kept


def _make(name: str, seed: int, scale: float, kept: Path) -> None:
    """Two processes may do this at once: each in a folder of its own, and the last rename stays."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".making-") as making:
        (made,) = write([name], making, seed=seed, scale=scale)
        made.replace(kept)
    for old in kept.parent.glob(f"{name}-*.parquet"):  # of a generator that has since been edited
        if old != kept:
            old.unlink(missing_ok=True)


def frame(name: str, *, seed: int = SEED, scale: float = 1.0) -> pd.DataFrame:
    """A table as a DataFrame, with the dtypes of the contracts' *Input types*."""
    path = parquet(name, seed=seed, scale=scale)
    return column_types.to_pandas(pa.parquet.read_table(path, use_threads=False))


def digest(name: str, *, seed: int = SEED, scale: float = 1.0) -> str:
    """sha256 of a table as CSV, rows in the order they are made: what its data card records."""
    universe = Universe(seed, scale)
    described = generators.generator(name).columns
    found = hashlib.sha256()
    with pa.csv.CSVWriter(_Hashing(found), column_types.schema(described)) as csv:
        for number in range(universe.blocks_of(name)):
            csv.write(arrow_block(universe, name, number))
    return found.hexdigest()


class _Hashing(io.RawIOBase):
    """A file that only remembers the digest of what is written to it."""

    def __init__(self, found: hashlib._Hash) -> None:
        self._found = found

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._found.update(data)
        return len(data)
