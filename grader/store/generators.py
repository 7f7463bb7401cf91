"""The generators in datasets/: found, loaded by path and described, without knowing one by name.

The folder is loaded as the package `larkspur`, not installed: the import name `datasets` belongs to
another project, and a learner's checkout is the only copy there should be.
"""

from __future__ import annotations

import functools
import hashlib
import importlib
import importlib.util
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd

from grader import home
from grader.errors import UnknownName, WorkbookError

PACKAGE = "larkspur"
GROWTH = ("people", "catalogue", "fixed")

# A module of datasets/ is a table when it says which columns it has. Read, not imported: one broken
# generator must not hide the other tables.
_IS_TABLE = re.compile(r"^COLUMNS\b", re.MULTILINE)


@dataclass(frozen=True)
class Generator:
    """One table: its columns (name to type and constraints), how it grows, how it is made."""

    name: str
    columns: Mapping[str, str]
    grows: str
    block: Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class _Folder:
    """datasets/ as it was when it was loaded."""

    path: Path
    tables: tuple[str, ...]
    digest: str


def tables() -> list[str]:
    """The names of all tables of the store, sorted."""
    return list(_folder(home.root() / "datasets").tables)


def columns(table: str) -> dict[str, str]:
    """The columns of a table: name to DuckDB type, with "unique" and "not null" where they hold."""
    return dict(generator(table).columns)


def generator(table: str) -> Generator:
    """The generator of a table. Raises UnknownName when there is no such table."""
    folder = _folder(home.root() / "datasets")
    if table not in folder.tables:
        raise UnknownName("table", table, folder.tables)
    return _generator(folder, table)


def source_digest() -> str:
    """Names the generators' source (and numpy, whose streams may change between releases)."""
    return _folder(home.root() / "datasets").digest


@functools.lru_cache(maxsize=1)
def _folder(path: Path) -> _Folder:
    """Loads the package `larkspur` from `path`, in place of one from another root."""
    sources = {file.stem: file.read_bytes() for file in sorted(path.glob("*.py"))}
    named = hashlib.sha256(".".join(np.__version__.split(".")[:2]).encode())
    for name, source in sources.items():
        named.update(name.encode() + b"\0" + source + b"\0")
    found = tuple(n for n, source in sources.items() if _IS_TABLE.search(source.decode()))
    for loaded in [m for m in sys.modules if m.partition(".")[0] == PACKAGE]:
        del sys.modules[loaded]
    _generator.cache_clear()
    _load_package(path)
    return _Folder(path, found, named.hexdigest())


def _load_package(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        PACKAGE, path / "__init__.py", submodule_search_locations=[str(path)]
    )
    if spec is None or spec.loader is None or not (path / "__init__.py").exists():
        raise WorkbookError(
            f"{path} holds no generators (it has no __init__.py).",
            help="Restore the folder from the repository.",
        )
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)
    return package


@functools.cache
def _generator(folder: _Folder, table: str) -> Generator:
    module = importlib.import_module(f"{PACKAGE}.{table}")
    grows = getattr(module, "GROWS", None)
    if grows not in GROWTH or not callable(getattr(module, "block", None)):
        raise WorkbookError(
            f"{folder.path / table}.py is not a generator.",
            help=f"It needs GROWS (one of {', '.join(GROWTH)}) and block(universe, number).",
        )
    return Generator(table, dict(module.COLUMNS), grows, module.block)
