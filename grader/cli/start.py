"""``workbook start``: open JupyterLab at the map of the bank."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from grader import home
from grader.cli.console import out
from grader.errors import WorkbookError

_JUPYTER = Path(__file__).parent / "jupyter"
"""Jupyter configuration of ours: no question about news at the first start."""


def start(
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
    port: Annotated[int, typer.Option(help="The port to serve on.")] = 8888,
) -> None:
    """Open JupyterLab at the map of the exercises."""
    root = home.root()
    index = root / "notebooks" / "index.ipynb"
    if not index.is_file():
        raise WorkbookError("notebooks/index.ipynb is not there.", help="Run: workbook build")
    command = [sys.executable, "-m", "jupyterlab", f"--port={port}"]
    command += [f"--ServerApp.root_dir={root}"]
    # Not as an argument: so the address that is printed leads to the index, too.
    command += [f"--LabApp.default_url=/lab/tree/{index.relative_to(root).as_posix()}"]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # a container's only user is often root
    out.print("Starting JupyterLab. To stop it, press Ctrl+C here.")
    try:
        done = subprocess.run(command, cwd=root, env=_environment(), check=False)
    except KeyboardInterrupt:
        return
    if done.returncode:
        raise WorkbookError(
            f"JupyterLab stopped with exit status {done.returncode}.",
            help="Its own message is above; another port: workbook start --port 8889",
        )


def _environment() -> dict[str, str]:
    """This environment, with our Jupyter configuration after the user's own."""
    paths = [os.environ.get("JUPYTER_CONFIG_PATH", ""), str(_JUPYTER)]
    return {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths))}
