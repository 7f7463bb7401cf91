"""``workbook data``: writes tables of the synthetic store to files, at any scale."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from grader import store
from grader.cli import console
from grader.errors import UnknownName
from grader.store.universe import Universe, checked_scale
from grader.store.writing import FORMATS


def data(
    scale: Annotated[
        float, typer.Option(help="How large: 1 is the store of the lessons, 1000 a thousandfold.")
    ] = 1.0,
    seed: Annotated[int, typer.Option(help="Decides every value.")] = store.SEED,
    tables: Annotated[
        str, typer.Option(help="Which tables, with commas between them. All, if left out.")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(help="A folder (or a file, for duckdb). larkspur, if left out."),
    ] = None,
    format: Annotated[str, typer.Option(help="parquet, csv or duckdb.")] = "parquet",
) -> None:
    """Write tables of the synthetic store to files, to practise on data of any size."""
    if format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    names = chosen(tables)
    place = out or Path("larkspur.duckdb" if format == "duckdb" else "larkspur")
    universe = Universe(seed, checked_scale(scale))
    bar = _bar()
    task = bar.add_task("", total=sum(universe.blocks_of(name) for name in names))

    def advance(table: str, done: int, blocks: int) -> None:
        bar.start()  # only now: a refusal should not be preceded by an empty bar
        bar.update(task, advance=1, description=table)

    try:
        files = store.write(names, place, seed=seed, scale=scale, format=format, progress=advance)
        bar.update(task, description="done")
    finally:
        bar.stop()
    console.out.print(said(names, files, place, format))


def chosen(tables: str) -> list[str]:
    """The tables named in "orders, visits"; all when none is named."""
    known = store.tables()
    names = [name.strip() for name in tables.split(",") if name.strip()] or known
    for name in names:
        if name not in known:
            raise UnknownName("table", name, known)
    return list(dict.fromkeys(names))


def said(names: list[str], files: list[Path], place: Path, format: str) -> str:
    """What a person reads when it is done."""
    size = sum(file.stat().st_size for file in files) / 1e6
    what = f"{len(names)} tables" if len(names) > 1 else f"The table {names[0]}"
    look = {
        "parquet": f"SELECT count(*) FROM '{place / names[0]}.parquet'",
        "csv": f"SELECT count(*) FROM '{place / names[0]}.csv'",
        "duckdb": f"ATTACH '{place}' AS larkspur (READ_ONLY)",
    }[format]
    return f"{what} written to {place} ({size:,.1f} MB). In DuckDB: {look};"


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description:<20}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        console=console.err,
    )
