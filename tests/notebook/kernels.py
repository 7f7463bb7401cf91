"""A real kernel, driven by messages as a frontend drives it, and what its cells show."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jupyter_client.manager import start_new_kernel

TOY = Path(__file__).parents[1] / "toy"
_SECONDS = 60


class Shown:
    """What a cell showed below itself."""

    def __init__(self, outputs: list[dict[str, Any]], reply: dict[str, Any]) -> None:
        self.outputs = outputs
        self.error = reply.get("evalue", "") if reply["status"] == "error" else ""
        self.next_cell = "".join(
            action["text"]
            for action in reply.get("payload", ())
            if action["source"] == "set_next_input"
        )

    @property
    def text(self) -> str:
        """Everything shown, in plain text."""
        return "\n".join(self._forms("text/plain"))

    @property
    def html(self) -> str:
        return "\n".join(self._forms("text/html"))

    @property
    def value(self) -> str | None:
        """The value that the cell's last line gave back, if it gave one."""
        values = [out["data"]["text/plain"] for out in self.outputs if "execution_count" in out]
        return values[0] if values else None

    def _forms(self, kind: str) -> Iterator[str]:
        for output in self.outputs:
            if "data" in output:
                yield output["data"].get(kind, "")
            elif kind == "text/plain":
                yield output.get("text", "")


class Kernel:
    """A running kernel. Cells run as a frontend runs them, by messages."""

    def __init__(self, **environment: str) -> None:
        self._manager, self.client = start_new_kernel(env={**os.environ, **environment})

    def run(self, source: str) -> Shown:
        """Run a cell and wait for it."""
        outputs: list[dict[str, Any]] = []

        def keep(message: dict[str, Any]) -> None:
            if message["msg_type"] in ("display_data", "execute_result", "stream"):
                outputs.append(message["content"])

        reply = self.client.execute_interactive(
            source, allow_stdin=False, output_hook=keep, timeout=_SECONDS
        )
        return Shown(outputs, reply["content"])

    def complete(self, source: str) -> list[str]:
        """What the Tab key offers at the place marked with ▮."""
        before, after = source.split("▮")
        reply = self.client.complete(before + after, len(before), reply=True, timeout=_SECONDS)
        return reply["content"]["matches"]

    def stop(self) -> None:
        self.client.stop_channels()
        self._manager.shutdown_kernel(now=True)
