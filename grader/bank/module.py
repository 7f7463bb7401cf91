"""Run a Python file of an exercise folder, which is no package and may be called like another one."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType


def run_file(path: Path) -> ModuleType:
    """The file as a new module. Raises what the file raises."""
    name = "_".join(["of", *path.with_suffix("").parts[-3:]])
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
