"""Where commands print: results to standard output, complaints to standard error."""

from __future__ import annotations

import sys

from rich.console import Console

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def complain(message: str) -> None:
    """One clear line on standard error."""
    print(f"workbook: {message}", file=sys.stderr)
