"""All attacks, by name. Importing a theme registers its attacks."""

from __future__ import annotations

from attackers import (
    duckdb_answers,
    files,
    libraries,
    looking,
    memory,
    network,
    notebooks,
    pages,
    patching,
    processes,
    protocol,
    results,
)
from attackers.attack import ATTACKS, Attack, Scene

__all__ = ["ATTACKS", "THEMES", "Attack", "Scene"]

THEMES = (
    patching,
    looking,
    files,
    processes,
    memory,
    network,
    protocol,
    results,
    duckdb_answers,
    libraries,
    pages,
    notebooks,
)
