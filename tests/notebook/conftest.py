"""A real kernel in which the toy workbook is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kernels import TOY, Kernel


@pytest.fixture(scope="session")
def kernel() -> Iterator[Kernel]:
    """One kernel for all these tests: starting one takes longer than any of them."""
    kernel = Kernel(WORKBOOK_HOME=str(TOY))
    yield kernel
    kernel.stop()


@pytest.fixture
def progress_file(toy, tmp_path) -> Path:
    """An empty place for progress, the same for the kernel and for this process."""
    return tmp_path / "progress.jsonl"


@pytest.fixture
def notebook(kernel, progress_file) -> Kernel:
    """A notebook just opened, its first cell run: nothing of other tests is left in the kernel."""
    kernel.run("%reset -f")
    kernel.run(f"import os\nos.environ['WORKBOOK_PROGRESS'] = {str(progress_file)!r}")
    shown = kernel.run('%reload_ext grader\nexercise("spending")')
    assert not shown.error
    return kernel


@pytest.fixture
def function_notebook(notebook) -> Kernel:
    """The same with the exercise whose answer is a function."""
    notebook.run('exercise("longest_runs")')
    return notebook
