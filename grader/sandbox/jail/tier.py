"""How well this machine can confine code: tiers from the best down, found out by trying."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from grader.errors import UnknownName, WorkbookError

FORCED = "WORKBOOK_SANDBOX"
"""The environment variable that names the tier to use, for tests and for those who know better."""


class Tier(StrEnum):
    """What stands between learners' code and the machine; the last is not enough for strangers."""

    NAMESPACES = "namespaces"
    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"
    PROCESS = "process"

    @property
    def safe(self) -> bool:
        return self is not Tier.PROCESS

    @property
    def walled(self) -> bool:
        return self in (Tier.NAMESPACES, Tier.BUBBLEWRAP)

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    Tier.NAMESPACES: "bubblewrap, with namespaces, Landlock and seccomp for every notebook",
    Tier.BUBBLEWRAP: "bubblewrap around each worker, Landlock and seccomp for every notebook",
    Tier.LANDLOCK: "Landlock and seccomp for every notebook",
    Tier.PROCESS: "a process of its own, which can read and write what you can",
}


@dataclass(frozen=True)
class Choice:
    """The tier that was chosen, and why each better one was not."""

    tier: Tier
    refused: Mapping[Tier, str]

    @property
    def reasons(self) -> str:
        return "; ".join(f"{tier}: {reason}" for tier, reason in self.refused.items())


def choose_tier(secret: Sequence[Path]) -> Choice:
    """The best tier that keeps its word here. Raises WorkbookError where a forced one does not."""
    forced = os.environ.get(FORCED)
    if forced and forced not in list(Tier):
        raise UnknownName(f"sandbox (in {FORCED})", forced, list(Tier))
    refused: dict[Tier, str] = {}
    for tier in [Tier(forced)] if forced else list(Tier):
        complaint = why_not(tier, secret)
        if not complaint:
            return Choice(tier, refused)
        refused[tier] = complaint
    raise WorkbookError(
        f"The sandbox {forced} does not work here: {refused[Tier(forced or '')]}.",
        help=f"Unset {FORCED} to let it be chosen.",
    )


def why_not(tier: Tier, secret: Sequence[Path]) -> str:
    """Why a tier cannot be used on this machine; empty where it can."""
    if tier is Tier.PROCESS:
        return ""
    if sys.platform != "linux":
        return "it needs Linux"
    from grader.sandbox.jail import bubblewrap, landlock
    from grader.sandbox.jail.places import hidden_places

    if tier.walled and not bubblewrap.available():
        return "bubblewrap (bwrap) is not installed"
    if tier is Tier.LANDLOCK and not landlock.abi():
        return "this kernel has no Landlock"
    if tier is Tier.LANDLOCK and (hidden := hidden_places(tuple(secret))):
        return f"{hidden[0]} lies in a folder that Python must read"
    return _try(tier, secret)


def _try(tier: Tier, secret: Sequence[Path]) -> str:
    """Have a child try to break out."""
    from grader.sandbox.jail.warm import SandboxFailed, WarmWorker

    worker = WarmWorker(tier.value, tier.walled, secret)
    with socket.create_server(("127.0.0.1", 0)) as listener, tempfile.TemporaryDirectory() as there:
        canary = Path(there) / "canary"
        canary.write_text("not to be read")
        targets = {"file": str(canary), "folder": there, "pid": os.getpid()}
        try:
            could = worker.probe({**targets, "port": listener.getsockname()[1]})
        except SandboxFailed as failure:
            return failure.rationale.removeprefix("The sandbox failed: ").rstrip(".")
        finally:
            worker.close()
    if not could.pop("works", False):
        return "ordinary code does not work in it"
    broken = [what for what, succeeded in could.items() if succeeded]
    return f"code in it {' and '.join(broken)}" if broken else ""
